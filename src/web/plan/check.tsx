import { type ReactNode, useState } from "react";
import { useSay } from "../text/language.tsx";
import type { Check, Fault, Finding } from "./answers.ts";
import { FindingRow } from "./finding.tsx";
import type { Work } from "./use-work.ts";
import { usePlanWords } from "./words.ts";

/** What is wrong with a text: sums that do not hold, goals that cannot be settled, or why it is no plan. */
export function CheckColumn({
  work: { base, reading, readable, isChecking },
  goal,
  onShow,
  onLine,
  acceptIn,
}: {
  readonly work: Work;
  /** The goal that is edited: what is about it comes first. */
  readonly goal: string | undefined;
  readonly onShow: (place: string) => void;
  readonly onLine: (line: number) => void;
  /** The plan a finding can be accepted in, for those who may. */
  readonly acceptIn: string | undefined;
}) {
  const words = usePlanWords().check;
  const check = (reading.check ?? readable.check) satisfies Check | undefined;
  const open = (check?.findings ?? []).filter(({ accepted }) => accepted === undefined);
  const accepted = (check?.findings ?? []).filter((one) => one.accepted !== undefined);
  const before = new Set((base.reading.check?.findings ?? []).map(({ id }) => id));
  const now = new Set((check?.findings ?? []).map(({ id }) => id));
  const added = open.filter(({ id }) => !before.has(id)).length;
  const solved = [...before].filter((id) => !now.has(id)).length;
  const lists = [
    { name: words.disagree, all: open.filter(isSum) },
    { name: words.lacking, all: open.filter((one) => !isSum(one)) },
  ];
  const row = (finding: Finding) => (
    <FindingRow key={finding.id} {...{ finding, onShow, acceptIn }} isNew={!before.has(finding.id)} />
  );
  const isOwn = ({ places }: Finding) => goal !== undefined && places.includes(`goals.${goal}`);
  return (
    <section className="check" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p role="status" aria-live="polite" className="check-count" aria-busy={isChecking}>
        {reading.faults.length > 0
          ? `${words.faults}.`
          : words.count(open.filter(isSum).length, open.filter((one) => !isSum(one)).length)}{" "}
        {added > 0 && <span className="check-added">{words.added(added)}. </span>}
        {solved > 0 && <span className="check-solved">{words.solved(solved)}.</span>}
      </p>
      {reading.faults.length > 0 && <Faults faults={reading.faults} onLine={onLine} />}
      {check !== undefined && (
        <p className="quiet small">
          {words.ran(check.ran, check.agreed)} {words.unchecked(check.unchecked)}
        </p>
      )}
      {open.some(isOwn) && (
        <Group name={words.ofGoal} count={open.filter(isOwn).length}>
          {open.filter(isOwn).map(row)}
        </Group>
      )}
      {lists.map(({ name, all }) => {
        const rest = all.filter((one) => !isOwn(one));
        return (
          rest.length > 0 && (
            <Group key={name} name={name} count={rest.length}>
              {rest.map(row)}
            </Group>
          )
        );
      })}
      {accepted.length > 0 && (
        <Group name={words.accepted} count={accepted.length}>
          {accepted.map(row)}
        </Group>
      )}
      {open.length === 0 && reading.faults.length === 0 && <p className="quiet">{words.none}</p>}
    </section>
  );
}

/** Whether a finding is of a sum; the others are of goals that lack something. */
function isSum({ computed }: Finding): boolean {
  return computed !== undefined;
}

const FIRST = 12;

/** Findings of a kind; of many the first, until all are asked for. */
function Group({
  name,
  count,
  children,
}: {
  readonly name: string;
  readonly count: number;
  readonly children: readonly ReactNode[];
}) {
  const words = usePlanWords().check;
  const [isWhole, setWhole] = useState(false);
  return (
    <section className="check-group">
      <h3>
        {name} <span className="quiet">{count}</span>
      </h3>
      <ul>{isWhole ? children : children.slice(0, FIRST)}</ul>
      {!isWhole && count > FIRST && (
        <button type="button" className="link-button" onClick={() => setWhole(true)}>
          {words.all(count)}
        </button>
      )}
    </section>
  );
}

/** Why a text is no plan, each fault with its place. */
export function Faults({
  faults,
  onLine,
}: {
  readonly faults: readonly Fault[];
  readonly onLine?: (line: number) => void;
}) {
  const words = usePlanWords();
  const say = useSay();
  return (
    <ul className="check-faults">
      {faults.map(({ line, column, path, says, mend }) => (
        <li key={`${line} ${column} ${path} ${says.da}`}>
          {line !== undefined && onLine !== undefined && (
            <button type="button" className="link-button" onClick={() => onLine(line)}>
              {words.check.place(line, column ?? 1)}
            </button>
          )}
          {line !== undefined && onLine === undefined && <b>{words.check.place(line, column ?? 1)}</b>} {say(says)}{" "}
          {say(mend)}
        </li>
      ))}
    </ul>
  );
}
