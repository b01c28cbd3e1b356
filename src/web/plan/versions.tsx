import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { restoreVersion } from "#api/plan-editing.ts";
import { call } from "../client.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { useLanguage, wordsOfDay } from "../text/language.tsx";
import type { Opened } from "./answers.ts";
import { RefusedLine } from "./refused.tsx";
import type { Which } from "./view.ts";
import { usePlanWords } from "./words.ts";

/** Who put the plans in that came with the program. */
const PROGRAM = "program";

/** Every text of the plan, the newest first: to see, to compare, to take up again. */
export function Versions({
  plan,
  opened,
  mayDraft,
  isUnsaved,
  onShow,
  onCompare,
  onRestored,
}: {
  readonly plan: string;
  readonly opened: Opened;
  readonly mayDraft: boolean;
  readonly isUnsaved: boolean;
  readonly onShow: (which: Which) => void;
  readonly onCompare: (which: Which) => void;
  readonly onRestored: () => void;
}) {
  const words = usePlanWords().versions;
  const language = useLanguage();
  const { draft, versions, shown } = opened;
  const [restoring, setRestoring] = useState<number>();
  const rows = [
    ...(draft === undefined ? [] : [{ which: "draft" as const, ...draft, note: "" }]),
    ...versions.map((one) => ({ which: one.number, basedOn: undefined, ...one })),
  ];
  const nameOf = (which: Which) => (which === "draft" ? words.draft : words.number(which));
  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      {rows.length === 1 && <p className="quiet small">{words.one}</p>}
      <ol className="versions">
        {rows.map(({ which, by, who, at, note, basedOn }) => (
          <li key={which} data-shown={which === shown}>
            <p>
              <b>{nameOf(which)}</b>{" "}
              <span className="quiet small">
                {words.by(by === PROGRAM ? words.program : who, wordsOfDay(at, language))}
                {basedOn !== undefined && `, ${words.basedOn(basedOn)}`}
              </span>
            </p>
            {which !== "draft" && (
              <p className={note === "" ? "quiet small" : "small"}>{note === "" ? words.noNote : note}</p>
            )}
            <p className="finding-foot">
              {which === shown ? (
                <span className="quiet">{words.shown}</span>
              ) : (
                <button type="button" className="link-button" onClick={() => onShow(which)}>
                  {words.show}
                </button>
              )}
              {which !== shown && (
                <button
                  type="button"
                  className="link-button"
                  aria-label={words.compareWith(nameOf(which))}
                  onClick={() => onCompare(which)}
                >
                  {words.compare}
                </button>
              )}
              {mayDraft &&
                which !== "draft" &&
                rows.length > 1 &&
                (which !== versions[0]?.number || draft !== undefined) && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={words.restoreThis(which)}
                    onClick={() => setRestoring(which)}
                  >
                    {words.restore}
                  </button>
                )}
            </p>
          </li>
        ))}
      </ol>
      <Dialog
        title={restoring === undefined ? words.restore : words.restoreThis(restoring)}
        isOpen={restoring !== undefined}
        onClose={() => setRestoring(undefined)}
      >
        {restoring !== undefined && (
          <Restoring
            {...{ plan, opened, isUnsaved }}
            number={restoring}
            onDone={() => {
              setRestoring(undefined);
              onRestored();
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

function Restoring({
  plan,
  opened,
  number,
  isUnsaved,
  onDone,
}: {
  readonly plan: string;
  readonly opened: Opened;
  readonly number: number;
  readonly isUnsaved: boolean;
  readonly onDone: () => void;
}) {
  const words = usePlanWords();
  const queries = useQueryClient();
  const restoring = useMutation({
    mutationFn: () =>
      call<typeof restoreVersion>("POST", "/api/plans/:plan/versions/:number/restore", {
        params: { plan, number },
        body: { onTopOf: opened.draft?.revision ?? 0 },
      }),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: ["plan-document", plan] });
    },
  });
  return (
    <>
      <p>{words.versions.restoreWhy}</p>
      {(opened.draft !== undefined || isUnsaved) && <p>{words.versions.replaces}</p>}
      <div className="row-of-buttons">
        <Button weight="main" busy={restoring.isPending} onClick={() => restoring.mutate()}>
          {words.versions.restoreThis(number)}
        </Button>
      </div>
      <RefusedLine error={restoring.error} />
    </>
  );
}
