import type { GoalPart } from "../answers.ts";
import { VerdictMark } from "../parts/verdict.tsx";
import { useSay, useWords } from "../text/language.tsx";

/** The parts of a goal that has several, each with how it stands. */
export function PartChoice({
  parts,
  chosen,
  onChoose,
}: {
  readonly parts: readonly GoalPart[];
  readonly chosen: string;
  readonly onChoose: (part: string) => void;
}) {
  const { goal } = useWords();
  const say = useSay();
  return (
    <fieldset className="part-choice">
      <legend className="visually-hidden">{goal.parts}</legend>
      {parts.map(({ id, label, verdict }) => (
        <button key={id} type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          {say(label)}
          <VerdictMark verdict={verdict} />
        </button>
      ))}
    </fieldset>
  );
}
