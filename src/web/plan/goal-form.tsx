import { useMutation } from "@tanstack/react-query";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Button } from "../parts/button.tsx";
import { useSay } from "../text/language.tsx";
import type { Document, DocumentGoal, Fault, Known } from "./answers.ts";
import { askGoal } from "./ask.ts";
import { BaselineFields } from "./baseline.tsx";
import { type Offer, Offered } from "./blanks.tsx";
import { allOf, type Values } from "./kept.ts";
import type { Blank } from "./kinds.ts";
import { Measure } from "./measure.tsx";
import { RefusedLine } from "./refused.tsx";
import { NamedField, TargetSentence } from "./sentence.tsx";
import type { Work } from "./use-work.ts";
import { usePlanWords } from "./words.ts";

/** A goal as a form: every value as the plan writes it, and the text follows while one types. */
export function GoalForm({
  plan,
  document,
  goal,
  known,
  work,
  register,
  onClose,
}: {
  readonly plan: string;
  readonly document: Document;
  readonly goal: DocumentGoal;
  readonly known: Known;
  readonly work: Work;
  readonly register: string | undefined;
  readonly onClose: () => void;
}) {
  const words = usePlanWords().form;
  const say = useSay();
  const form = useId();
  const [before] = useState({ yaml: work.yaml, values: goal.written });
  // What was typed counts before the document, which stands still while the text cannot be read.
  const [values, setValues] = useState<Values>(() => {
    const typed = work.kept?.values[goal.id];
    return typed === undefined ? goal.written : { ...goal.written, ...allOf(typed) };
  });
  const index = document.goals.findIndex(({ id }) => id === goal.id);
  const offer = useOffer(known, document.period, work.reading.faults, index);
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>(".sentence :is(input, select), select")?.focus(), []);
  const onWrite = (next: Values) => {
    setValues(next);
    work.writeGoal(goal.id, form, before.yaml, changedOf(before.values, next));
  };
  const own = work.reading.faults.filter(({ path }) => path?.startsWith(`goals.${index}.`) === true);
  return (
    <Offered value={offer}>
      <section
        ref={place}
        className="goal-form no-print"
        aria-label={words.label(say(goal.title))}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          onClose();
        }}
      >
        {prefixesOf(goal).map(({ prefix, part }) => (
          <fieldset key={prefix} className="part">
            {part !== undefined && (
              <legend>
                {words.part}: {say(part.label)}
              </legend>
            )}
            <TargetSentence {...{ values, prefix, onWrite }} />
            {hasBaseline(values, prefix) && (
              <>
                <h4>{words.baseline}</h4>
                <BaselineFields
                  {...{ values, prefix, onWrite }}
                  place={{ plan, goal: goal.id, part: part?.id, register }}
                  yaml={work.yaml}
                  isSettled={!work.isChecking && work.reading.document !== undefined}
                />
              </>
            )}
            <details>
              <summary>{words.measure}</summary>
              <Measure {...{ values, prefix, onWrite }} />
            </details>
          </fieldset>
        ))}
        <details>
          <summary>{words.about}</summary>
          <div className="fields">
            {useAbout(document, values.level === "none-set").map((blank) => (
              <NamedField key={blank.path} blank={blank} prefix="" {...{ values, onWrite }} />
            ))}
          </div>
          <p className="quiet small">{words.rest}</p>
        </details>
        {own.length > 0 && <Faults faults={own} />}
        <div className="row-of-buttons">
          <Button weight="main" onClick={onClose}>
            {words.close}
          </Button>
          <Button
            weight="quiet"
            disabled={Object.keys(changedOf(before.values, values)).length === 0}
            onClick={() => onWrite(before.values)}
          >
            {words.revert}
          </Button>
          <Removing plan={plan} goal={goal.id} work={work} onGone={onClose} />
          <span className="quiet small">{words.rewritten}</span>
        </div>
      </section>
    </Offered>
  );
}

/** Takes the goal out of the text, when one is sure. */
function Removing({
  plan,
  goal,
  work,
  onGone,
}: {
  readonly plan: string;
  readonly goal: string;
  readonly work: Work;
  readonly onGone: () => void;
}) {
  const words = usePlanWords().form;
  const [isSure, setSure] = useState(false);
  const removing = useMutation({
    mutationFn: () => askGoal(plan, goal, work.yaml, "removed", {}),
    onSuccess: ({ yaml, reading }) => {
      work.write(yaml, reading);
      onGone();
    },
  });
  return (
    <>
      <Button
        weight="quiet"
        busy={removing.isPending}
        disabled={work.isChecking}
        onClick={() => (isSure ? removing.mutate() : setSure(true))}
      >
        {isSure ? words.removeYes : words.remove}
      </Button>
      <span role="status">{isSure && words.removeSure}</span>
      <RefusedLine error={removing.error} />
    </>
  );
}

/** What differs from the goal as it was when the form was opened; empty where a value is taken away. */
export function changedOf(before: Values, now: Values): Values {
  const paths = new Set([...Object.keys(before), ...Object.keys(now)]);
  return Object.fromEntries(
    [...paths].flatMap((path) => {
      const value = now[path] ?? "";
      return value === (before[path] ?? "") ? [] : [[path, value]];
    }),
  );
}

/** Whether a part starts from somewhere: its kind does, or the plan says so. */
function hasBaseline(values: Values, prefix: string): boolean {
  const kind = values[`${prefix}target.kind`] ?? "";
  const isWritten = Object.entries(values).some(([path, one]) => path.startsWith(`${prefix}baseline.`) && one !== "");
  return isWritten || ["level", "change", "direction", "gap"].includes(kind);
}

/** Where the parts of a goal stand in it; one written without parts has its keys itself. */
function prefixesOf(goal: DocumentGoal) {
  const hasParts = Object.keys(goal.written).some((path) => path.startsWith("parts."));
  if (!hasParts) return [{ prefix: "", part: undefined }];
  return goal.parts.map((part, at) => ({ prefix: `parts.${at}.`, part }));
}

function useOffer(known: Known, period: string, faults: readonly Fault[], index: number): Offer {
  const say = useSay();
  return useMemo(
    () => ({
      known,
      period,
      faultAt: (path) => {
        const at = `goals.${index}.${path}`;
        const fault = faults.find(
          (one) => one.path === at || (one.path !== undefined && at.startsWith(`${one.path}.`)),
        );
        return fault && say(fault.says);
      },
    }),
    [known, period, faults, index, say],
  );
}

function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const words = usePlanWords().form;
  const say = useSay();
  return (
    <div className="form-faults" role="alert">
      <p className="small-title">{words.faults}</p>
      <ul className="notes">
        {faults.map(({ path, says, mend }) => (
          <li key={`${path} ${says.da}`}>
            {say(says)} {say(mend)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What else is said of a goal. */
function useAbout(document: Document, isNoneSet: boolean): readonly Blank[] {
  const say = useSay();
  const listed = (path: string, list: Document["tracks"]): Blank => ({
    path,
    takes: "choice",
    choices: list.map(({ id, title }) => [id, say(title)]),
  });
  const choice = (path: string, codes: readonly string[], word = (code: string) => code): Blank => ({
    path,
    takes: "choice",
    choices: codes.map((code) => [code, word(code)]),
  });
  const words = (path: string): Blank => ({ path, takes: "words" });
  return [
    ...["title.da", "title.en"].map(words),
    listed("track", document.tracks),
    listed("targetGroup", document.targetGroups),
    choice("force", ["promise", "expectation", "intention"]),
    choice("level", ["own", "national", "none-set"]),
    ...(isNoneSet ? ["noneSet.da", "noneSet.en"] : []).map(words),
    choice("good", ["up", "down", "none"]),
    choice("rhythm", ["month", "quarter", "half", "year"], (code) => `rhythm-${code}`),
    ...["responsible", "dataSource", "source.section", "source.lines"].map(words),
  ];
}
