import type { ReactNode } from "react";
import { type ChartRow, chartRows, type Tabled, wordsOfRow } from "#charts/chart-table.ts";
import { useWords, wordsOfPeriod } from "../text/language.tsx";

/** The figures of a chart as a table: a row a period, the newest first, a column a line; of a single period, a row a line. */
export function ChartTable({ tabled, title }: { readonly tabled: Tabled; readonly title: string }) {
  const { chart } = useWords();
  const { language, unit } = tabled;
  const rows = chartRows(tabled);
  const series = [...new Set(rows.map((row) => row.series))];
  const periods = Map.groupBy(rows, ({ period }) => period);
  const newestFirst = [...periods].toSorted(([a], [b]) => b.localeCompare(a));
  if (periods.size === 1 && series.length > 1) return <OnePeriod tabled={tabled} title={title} rows={rows} />;
  const cellOf = (row: ChartRow | undefined) =>
    row === undefined ? "" : <CellWords row={row} unit={unit} language={language} />;
  return (
    <Scrolled title={title}>
      <table className="plain-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{chart.period}</th>
            {series.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {newestFirst.map(([period, all]) => (
            <tr key={period}>
              <th scope="row">{wordsOfPeriod(period, language)}</th>
              {series.map((name) => (
                <td key={name}>{cellOf(all.find((row) => row.series === name))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function OnePeriod({
  tabled: { unit, language },
  title,
  rows,
}: {
  readonly tabled: Tabled;
  readonly title: string;
  readonly rows: readonly ChartRow[];
}) {
  const { chart } = useWords();
  return (
    <Scrolled title={title}>
      <table className="plain-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{chart.line}</th>
            <th scope="col">{wordsOfPeriod(rows[0].period, language)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may have one name
            <tr key={at}>
              <th scope="row">{row.series}</th>
              <td>
                <CellWords row={row} unit={unit} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function CellWords({ row, unit, language }: { readonly row: ChartRow } & Pick<Tabled, "unit" | "language">) {
  const { figure, isMissing, isPreliminary } = wordsOfRow(row, unit, language);
  return <span className={isMissing || isPreliminary ? "quiet" : undefined}>{figure}</span>;
}

/** A table that scrolls in its own place; whoever has no mouse scrolls it with the arrows. */
function Scrolled({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="chart-table" aria-label={title} tabIndex={0}>
      {children}
    </section>
  );
}
