import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { acceptFinding } from "#api/follow-up.ts";
import { call } from "../client.ts";
import { Button } from "../parts/button.tsx";
import { written } from "../parts/written.ts";
import { useLanguage, useSay, wordsOfDay } from "../text/language.tsx";
import type { Finding } from "./answers.ts";
import { RefusedLine } from "./refused.tsx";
import { Source } from "./source.tsx";
import { usePlanWords } from "./words.ts";

/** One finding: what does not hold, both figures, and the way to the place. */
export function FindingRow({
  finding,
  isNew,
  onShow,
  acceptIn,
}: {
  readonly finding: Finding;
  readonly isNew: boolean;
  readonly onShow: (place: string) => void;
  readonly acceptIn: string | undefined;
}) {
  const words = usePlanWords().check;
  const say = useSay();
  const language = useLanguage();
  const { weight, says, printed, computed, tolerance, places, source, accepted } = finding;
  return (
    <li className="finding" data-weight={weight} data-new={isNew}>
      <p>
        <span className="finding-weight">{words.weight[weight]}</span> {isNew && <b>{words.isNew}</b>} {say(says)}
      </p>
      {printed !== undefined && computed !== undefined && (
        <dl className="both">
          <div>
            <dt>{words.printed}</dt>
            <dd>{written(printed, language)}</dd>
          </div>
          <div>
            <dt>{words.computed}</dt>
            <dd>{written(computed, language)}</dd>
          </div>
          {tolerance !== undefined && (
            <div>
              <dt>{words.tolerance}</dt>
              <dd className="both-tolerance">{written(tolerance, language)}</dd>
            </div>
          )}
        </dl>
      )}
      {accepted !== undefined && (
        <p className="quiet small">
          «{accepted.reason}» {words.acceptedBy(accepted.by, wordsOfDay(accepted.on, language))}
        </p>
      )}
      <p className="finding-foot">
        {places.slice(0, 1).map((place) => (
          <button key={place} type="button" className="link-button" onClick={() => onShow(place)}>
            {words.show}
          </button>
        ))}
        {acceptIn !== undefined && accepted === undefined && <Accepting plan={acceptIn} finding={finding.id} />}
        <Source source={source} />
      </p>
    </li>
  );
}

/** Accepts a finding with a reason: it moves to the errata. */
function Accepting({ plan, finding }: { readonly plan: string; readonly finding: string }) {
  const words = usePlanWords().check;
  const queries = useQueryClient();
  const [reason, setReason] = useState<string>();
  const accepting = useMutation({
    mutationFn: () =>
      call<typeof acceptFinding>("POST", "/api/plans/:plan/accepted", {
        params: { plan },
        body: { finding, reason: reason ?? "" },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["plan-document", plan] }),
  });
  if (reason === undefined)
    return (
      <button type="button" className="link-button" onClick={() => setReason("")}>
        {words.accept}
      </button>
    );
  return (
    <form
      className="accepting"
      onSubmit={(event) => {
        event.preventDefault();
        accepting.mutate();
      }}
    >
      <label>
        <span className="small-title">{words.acceptWhy}</span>
        {/* biome-ignore lint/a11y/noAutofocus: the field opens where the person pressed */}
        <textarea autoFocus rows={2} required value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      <Button type="submit" busy={accepting.isPending} disabled={reason.trim() === ""}>
        {words.acceptSave}
      </Button>
      <RefusedLine error={accepting.error} />
    </form>
  );
}
