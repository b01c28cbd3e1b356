import { useSay } from "../text/language.tsx";
import type { Document } from "./answers.ts";
import { usePlanWords } from "./words.ts";

/** What the plan holds, in its own order; a press goes there. */
export function Outline({
  document,
  onJump,
}: {
  readonly document: Document;
  readonly onJump: (place: string) => void;
}) {
  const words = usePlanWords();
  const say = useSay();
  const rest = (
    [
      ["tables", words.document.tables, document.tables.length],
      ["expectations", words.document.expectations, document.expectations.length],
      ["statements", words.document.statements, document.statements.length],
      ["targetGroups", words.document.targetGroups, document.targetGroups.length],
    ] as const
  ).filter(([, , count]) => count > 0);
  const entry = (place: string, name: string, count: number | undefined) => (
    <li key={place}>
      <a
        href={`#${place}`}
        onClick={(event) => {
          event.preventDefault();
          onJump(place);
        }}
      >
        {name}
      </a>
      {count !== undefined && count > 0 && <span className="quiet"> {count}</span>}
    </li>
  );
  return (
    <nav className="outline no-print" aria-label={words.outline.label}>
      <h2 className="small-title">{words.outline.tracks}</h2>
      <ol>
        {document.tracks.map(({ id, title }) =>
          entry(`tracks.${id}`, say(title), document.goals.filter(({ track }) => track === id).length),
        )}
      </ol>
      <ul>{rest.map(([place, name, count]) => entry(place, name, count))}</ul>
    </nav>
  );
}
