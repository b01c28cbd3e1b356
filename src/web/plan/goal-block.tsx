import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage, useSay, useWords, wordsOfPeriod } from "../text/language.tsx";
import type { Document, DocumentGoal, DocumentPart, Known } from "./answers.ts";
import { codesOf } from "./codes.ts";
import { Source } from "./source.tsx";
import { usePlanWords } from "./words.ts";

/** A goal as the plan reads: what is promised, from where, and by whom; or the form in its place. */
export function GoalBlock({
  plan,
  goal,
  document,
  known,
  findings,
  form,
  onEdit,
}: {
  readonly plan: string;
  readonly goal: DocumentGoal;
  readonly document: Document;
  readonly known: Known;
  /** How many findings of the check are about it. */
  readonly findings: number;
  readonly form: ReactNode;
  readonly onEdit: (() => void) | undefined;
}) {
  const words = usePlanWords().document;
  const say = useSay();
  const efforts = document.efforts.filter(({ id }) => goal.efforts.includes(id));
  const group = document.targetGroups.find(({ id }) => id === goal.targetGroup);
  return (
    <article className="plan-goal" id={`goals.${goal.id}`} tabIndex={-1} data-editing={form !== undefined}>
      <header>
        <h4>
          {onEdit === undefined || form !== undefined ? (
            say(goal.title)
          ) : (
            <button type="button" className="goal-name" onClick={onEdit} aria-label={words.editGoal(say(goal.title))}>
              {say(goal.title)}
            </button>
          )}
        </h4>
        <p className="remarks">
          <span className="force" data-force={goal.force}>
            {words.force[goal.force]}
          </span>
          <span>{words.level[goal.level]}</span>
          {group !== undefined && <span>{say(group.title)}</span>}
          {findings > 0 && <span className="found">{words.noted(findings)}</span>}
          <Source source={goal.source} />
        </p>
        {onEdit !== undefined && (
          <button type="button" className="edit-goal no-print" onClick={onEdit} tabIndex={-1} aria-hidden>
            {words.edit}
          </button>
        )}
      </header>
      {form ?? (
        <>
          {goal.parts.map((part) => (
            <PartLines key={part.id} part={part} known={known} isOne={goal.parts.length === 1} />
          ))}
          <p className="remarks">
            {goal.responsible !== undefined && (
              <span>
                {words.responsible}: {goal.responsible}
              </span>
            )}
            {efforts.length > 0 && (
              <span>
                {words.effortsOf}: {efforts.map(({ title }) => say(title)).join("; ")}
              </span>
            )}
            {goal.questions.length > 0 && (
              <Link to="/plans/$plan/goals/$goal" params={{ plan, goal: goal.id }}>
                {words.questions(goal.questions.length)}
              </Link>
            )}
          </p>
        </>
      )}
    </article>
  );
}

function PartLines({
  part,
  known,
  isOne,
}: {
  readonly part: DocumentPart;
  readonly known: Known;
  readonly isOne: boolean;
}) {
  const words = usePlanWords().document;
  const say = useSay();
  const indicator = part.indicator === undefined ? undefined : say(part.indicator);
  const where = codesOf(part.where ?? {}, known).map(say);
  return (
    <div className="plan-part">
      {!isOne && <p className="small-title">{say(part.label)}</p>}
      <p className="promise">
        {part.target === undefined ? <span className="quiet">{words.noTarget}</span> : say(part.target)}
      </p>
      <p className="remarks">
        <Baseline baseline={part.baseline} />
        {indicator !== undefined && (
          <span>
            {words.measured}: {indicator}
            {where.length > 0 && ` (${where.join(", ")})`}
          </span>
        )}
        {indicator === undefined && part.noIndicator !== undefined && (
          <span>
            {words.noIndicator}: {say(part.noIndicator)}
          </span>
        )}
      </p>
    </div>
  );
}

function Baseline({ baseline }: Pick<DocumentPart, "baseline">) {
  const words = usePlanWords().document;
  const language = useLanguage();
  const { app } = useWords();
  if (baseline === undefined) return null;
  const { origin, period, printed } = baseline;
  const when = period === undefined ? "" : wordsOfPeriod(period, language);
  const said = [printed ?? (origin === "missing" ? app.none : words.origin[origin]), when].filter((one) => one !== "");
  return (
    <span>
      {words.baseline}: {said.join(", ")}
    </span>
  );
}
