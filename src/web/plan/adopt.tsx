import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { adoptPlan } from "#api/plan-editing.ts";
import { call } from "../client.ts";
import { Button } from "../parts/button.tsx";
import { Differences } from "./difference.tsx";
import { RefusedLine } from "./refused.tsx";
import type { Work } from "./use-work.ts";
import { usePlanWords } from "./words.ts";

/** Makes the draft the plan's next version, with what was decided. */
export function Adopting({
  plan,
  work: { base, reading, isUnsaved, save },
  onAdopted,
}: {
  readonly plan: string;
  readonly work: Work;
  readonly onAdopted: (number: number) => void;
}) {
  const words = usePlanWords().adopt;
  const queries = useQueryClient();
  const [note, setNote] = useState("");
  const newest = base.versions[0]?.number;
  const disagree = (reading.check?.findings ?? []).filter(
    ({ computed, accepted }) => computed !== undefined && accepted === undefined,
  ).length;
  const adopting = useMutation({
    mutationFn: async () => {
      const revision = isUnsaved ? await save() : base.draft?.revision;
      if (revision === undefined) return undefined;
      return call<typeof adoptPlan>("POST", "/api/plans/:plan/versions", {
        params: { plan },
        body: { revision, note },
      });
    },
    onSuccess: async (adopted) => {
      if (adopted === undefined) return;
      onAdopted(adopted.number);
      await queries.invalidateQueries();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        adopting.mutate();
      }}
    >
      <p>{words.why}</p>
      {reading.faults.length > 0 && <p role="alert">{words.faulty}</p>}
      {disagree > 0 && <p>{words.findings(disagree)}</p>}
      {newest !== undefined && base.draft !== undefined && !isUnsaved && (
        <div className="scrolled">
          <Differences plan={plan} from={newest} to="draft" />
        </div>
      )}
      <label className="field">
        <span className="field-name">{words.note}</span>
        <textarea
          rows={3}
          required
          value={note}
          aria-describedby="adopt-note"
          onChange={({ target }) => setNote(target.value)}
        />
        <span className="quiet small" id="adopt-note">
          {words.noteHint}
        </span>
      </label>
      <div className="row-of-buttons">
        <Button
          weight="main"
          type="submit"
          busy={adopting.isPending}
          disabled={note.trim() === "" || reading.faults.length > 0}
        >
          {words.yes}
        </Button>
      </div>
      <RefusedLine error={adopting.error} />
    </form>
  );
}
