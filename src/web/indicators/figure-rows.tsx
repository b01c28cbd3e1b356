import { writeFigure, writeNumber } from "#core/figures/write.ts";
import { absentMark, isAbsent, written } from "../parts/written.ts";
import { useLanguage, wordsOfPeriod } from "../text/language.tsx";
import type { Row } from "./explored-lines.ts";
import { useIndicatorWords } from "./words.ts";

/** So many rows are shown; a file has them all. */
const MOST = 200;

/** Every figure with what it was computed from: numerator, denominator, how many are behind, and its interval. */
export function FigureRows({
  rows,
  nameOf,
  isBroken,
}: {
  readonly rows: readonly Row[];
  readonly nameOf: (codes: Row["codes"]) => string;
  /** Whether the figures are broken down. */
  readonly isBroken: boolean;
}) {
  const words = useIndicatorWords().exploring;
  const shown = rows.toReversed().slice(0, MOST);
  const has = {
    parts: shown.some(({ denominator }) => denominator !== undefined),
    n: shown.some(({ n }) => n !== undefined),
    interval: shown.some(({ interval }) => interval !== undefined),
  };
  return (
    <details className="figure-rows">
      <summary>
        {words.rows} <span className="quiet small">{words.rowsShown(shown.length, rows.length)}</span>
      </summary>
      <table className="plain-table stacking">
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            {isBroken && <th scope="col">{words.by}</th>}
            <th scope="col">{words.figure}</th>
            {has.parts && <th scope="col">{words.numerator}</th>}
            {has.parts && <th scope="col">{words.denominator}</th>}
            {has.n && <th scope="col">{words.n}</th>}
            {has.interval && <th scope="col">{words.interval}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Cells
              key={`${row.period} ${JSON.stringify(row.codes)}`}
              row={row}
              has={has}
              name={isBroken ? nameOf(row.codes) : undefined}
            />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Cells({
  row: { period, figure, numerator, denominator, n, interval },
  has,
  name,
}: {
  readonly row: Row;
  readonly has: { readonly parts: boolean; readonly n: boolean; readonly interval: boolean };
  readonly name: string | undefined;
}) {
  const words = useIndicatorWords().exploring;
  const language = useLanguage();
  const number = (value: number | undefined) =>
    value === undefined ? "–" : writeNumber(value, { language, decimals: Number.isInteger(value) ? 0 : 1 });
  const unit = isAbsent(figure) ? "count" : figure.unit;
  const end = (value: number) => writeFigure({ value, unit }, language);
  return (
    <tr>
      <th scope="row">{wordsOfPeriod(period, language)}</th>
      {name !== undefined && <td>{name}</td>}
      <td>
        {isAbsent(figure) ? (
          <span className="quiet">
            {absentMark(figure.missing)} {written(figure, language)}
          </span>
        ) : (
          written(figure, language)
        )}
      </td>
      {has.parts && <td data-heading={words.numerator}>{number(numerator)}</td>}
      {has.parts && <td data-heading={words.denominator}>{number(denominator)}</td>}
      {has.n && <td data-heading={words.n}>{number(n)}</td>}
      {has.interval && (
        <td data-heading={words.interval}>
          {interval === undefined ? "–" : `${end(interval.low)} – ${end(interval.high)}`}
        </td>
      )}
    </tr>
  );
}
