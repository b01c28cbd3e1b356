import { writeFigure } from "#core/figures/write.ts";
import { moveInTable } from "../parts/table-arrows.ts";
import { absentMark, isAbsent, written } from "../parts/written.ts";
import { useLanguage, useSay } from "../text/language.tsx";
import type { Compared, ComparedRow } from "./answers.ts";
import { useComparing } from "./use-comparing.ts";
import { useCompareWords } from "./words.ts";

/** So many courses are drawn at once. */
const MOST_DRAWN = 12;

/** Every municipality of the group with level, interval and place; pressing one draws its course. */
export function RankTable({ compared }: { readonly compared: Compared }) {
  const words = useCompareWords();
  const { rows, uncertainty } = compared;
  const hasInterval = uncertainty.method !== "unknown";
  return (
    <section className="rank-table">
      <h2>{words.table}</h2>
      <table className="plain-table stacking" onKeyDown={moveInTable}>
        <thead>
          <tr>
            <th scope="col">{words.rank}</th>
            <th scope="col">{words.municipality}</th>
            <th scope="col">{words.level}</th>
            {hasInterval && <th scope="col">{words.interval}</th>}
            {hasInterval && <th scope="col">{words.ranks}</th>}
            <th scope="col">{words.before}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.area.id} row={row} compared={compared} hasInterval={hasInterval} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  row: { area, isOwn, figure, interval, rank, ranks, isNoise, before },
  compared: { unit, lines, own },
  hasInterval,
}: {
  readonly row: ComparedRow;
  readonly compared: Compared;
  readonly hasInterval: boolean;
}) {
  const words = useCompareWords();
  const language = useLanguage();
  const say = useSay();
  const { view, change } = useComparing();
  const end = (value: number) => writeFigure({ value, unit }, language);
  const others = lines.map((line) => line.area.id).filter((id) => id !== own.id);
  const isDrawn = isOwn || others.includes(area.id);
  const toggle = () => {
    const chosen = view.lines ?? [];
    const next = chosen.includes(area.id) ? chosen.filter((id) => id !== area.id) : [...chosen, area.id];
    change({ lines: next.length === 0 ? undefined : next.slice(-MOST_DRAWN + 1) });
  };
  return (
    <tr data-own={isOwn || undefined}>
      <td className="column-rank">{rank ?? "–"}</td>
      <th scope="row">
        {isOwn ? (
          say(area.label)
        ) : (
          <button
            type="button"
            className="draw"
            aria-pressed={isDrawn}
            title={words.take(say(area.label))}
            onClick={toggle}
          >
            {say(area.label)}
          </button>
        )}
        {isNoise && (
          <span className="quiet" title={words.noise}>
            {" "}
            ≈
          </span>
        )}
      </th>
      <td data-heading={words.level}>
        {isAbsent(figure) ? (
          <span className="quiet">
            {absentMark(figure.missing)} {written(figure, language)}
          </span>
        ) : (
          written(figure, language)
        )}
      </td>
      {hasInterval && (
        <td data-heading={words.interval}>
          {interval === undefined ? "–" : words.fromTo(end(interval.low), end(interval.high))}
        </td>
      )}
      {hasInterval && (
        <td data-heading={words.ranks}>{ranks === undefined ? "–" : words.ranksFromTo(ranks.low, ranks.high)}</td>
      )}
      <td data-heading={words.before}>
        {before === undefined ? "–" : words.beforeSays(written(before.figure, language), before.rank)}
      </td>
    </tr>
  );
}
