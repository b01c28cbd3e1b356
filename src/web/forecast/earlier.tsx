import { writeFigure } from "#core/figures/write.ts";
import { useLanguage, useSay } from "../text/language.tsx";
import type { Outlook } from "./answers.ts";
import { useForecastWords } from "./words.ts";

type Row = NonNullable<Outlook["earlier"]>["rows"][number];

/** What an earlier forecast, kept as it was made, expected of the last month, and what came. */
export function Earlier({ earlier: { says, rows } }: { readonly earlier: NonNullable<Outlook["earlier"]> }) {
  const words = useForecastWords();
  const language = useLanguage();
  const say = useSay();
  const { earlier, stocks } = words;
  const write = (value: number) => writeFigure({ value, unit: "full-time-persons" }, language, { bare: true });
  const hit = ({ actual, lo80, hi80 }: Row) =>
    actual === undefined ? "–" : lo80 <= actual && actual <= hi80 ? earlier.inside : earlier.outside;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{earlier.heading}</h2>
      <p>{say(says)}</p>
      <table className="plain-table stacking">
        <caption className="visually-hidden">{earlier.heading}</caption>
        <thead>
          <tr>
            <th scope="col">{words.benefit}</th>
            <th scope="col">{earlier.expected}</th>
            <th scope="col">{stocks.inner}</th>
            <th scope="col">{earlier.actual}</th>
            <th scope="col">{earlier.hit}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.benefit}>
              <th scope="row">{say(row.label)}</th>
              <td data-heading={earlier.expected}>{write(row.mean)}</td>
              <td data-heading={stocks.inner}>{stocks.between(write(row.lo80), write(row.hi80))}</td>
              <td data-heading={earlier.actual}>{row.actual === undefined ? "–" : write(row.actual)}</td>
              <td data-heading={earlier.hit}>{hit(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
