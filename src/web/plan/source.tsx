import type { DocumentGoal } from "./answers.ts";
import { usePlanWords } from "./words.ts";

/** Where the printed plan says it. */
export function Source({ source }: Pick<DocumentGoal, "source">) {
  const words = usePlanWords().document;
  if (source === undefined) return null;
  return (
    <span className="source">
      {words.section(source.section)}, {words.lines(source.lines)}
    </span>
  );
}
