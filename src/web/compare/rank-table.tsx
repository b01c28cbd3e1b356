import { unitWords } from "#core/figures/unit.ts";
import { type FigureStyle, writeFigure } from "#core/figures/write.ts";
import { absentMark, isAbsent, written } from "../parts/written.ts";
import { useLanguage, useSay } from "../text/language.tsx";
import type { Compared, ComparedRow } from "./answers.ts";
import { useCompareWords } from "./words.ts";

/** Every municipality of the group with level, interval and place, and both a year before. */
export function RankTable({ compared }: { readonly compared: Compared }) {
  const words = useCompareWords();
  const language = useLanguage();
  const { rows, unit, per, uncertainty } = compared;
  const measured = per === "inhabitants" ? words.perShare : unitWords[unit].name[language];
  const hasInterval = uncertainty.method !== "unknown";
  return (
    <div className="rank-table">
      <table className="plain-table stacking">
        <caption className="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.rank}</th>
            <th scope="col">{words.municipality}</th>
            <th scope="col">
              {words.level}, {measured}
            </th>
            {hasInterval && <th scope="col">{words.interval}</th>}
            {hasInterval && <th scope="col">{words.ranks}</th>}
            <th scope="col">{words.before}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.area.id} row={row} unit={unit} hasInterval={hasInterval} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The unit stands in the head of the column; only a per cent sign goes with every figure. */
function styleOf(unit: Compared["unit"]): FigureStyle {
  return unit === "share" ? {} : { bare: true };
}

function Row({
  row: { area, isOwn, figure, interval, rank, ranks, isNoise, before },
  unit,
  hasInterval,
}: {
  readonly row: ComparedRow;
  readonly unit: Compared["unit"];
  readonly hasInterval: boolean;
}) {
  const words = useCompareWords();
  const language = useLanguage();
  const say = useSay();
  const end = (value: number) => writeFigure({ value, unit }, language, styleOf(unit));
  return (
    <tr data-own={isOwn || undefined}>
      <td className="column-rank">{rank ?? "–"}</td>
      <th scope="row">
        {say(area.label)}
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
          written(figure, language, styleOf(unit))
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
        {before === undefined ? "–" : words.beforeSays(written(before.figure, language, styleOf(unit)), before.rank)}
      </td>
    </tr>
  );
}
