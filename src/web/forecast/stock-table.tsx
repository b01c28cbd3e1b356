import { writeFigure } from "#core/figures/write.ts";
import { moveInTable } from "../parts/table-arrows.ts";
import { useLanguage, useSay, wordsOfPeriod } from "../text/language.tsx";
import type { OutlookBenefit } from "./answers.ts";
import { endOf, lastOf } from "./stock-state.ts";
import { useForecastWords } from "./words.ts";

/** Every benefit: now, expected, and between what. */
export function StockTable({
  benefits,
  months,
}: {
  readonly benefits: readonly OutlookBenefit[];
  readonly months: number;
}) {
  const words = useForecastWords();
  const language = useLanguage();
  const ends = benefits.flatMap((one) => endOf(one, months)?.period ?? []);
  const period = ends.length === 0 ? "" : wordsOfPeriod(ends[0], language);
  const { stocks } = words;
  return (
    <table className="plain-table stacking" onKeyDown={moveInTable}>
      <caption className="visually-hidden">{stocks.heading}</caption>
      <thead>
        <tr>
          <th scope="col">{words.benefit}</th>
          <th scope="col">{stocks.now}</th>
          <th scope="col">
            {stocks.expected} {period}
          </th>
          <th scope="col">{stocks.change}</th>
          <th scope="col">{stocks.inner}</th>
          <th scope="col">{stocks.outer}</th>
          <th scope="col">{stocks.method}</th>
        </tr>
      </thead>
      <tbody>
        {benefits.map((one) => (
          <Row key={one.benefit} benefit={one} months={months} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ benefit, months }: { readonly benefit: OutlookBenefit; readonly months: number }) {
  const { stocks } = useForecastWords();
  const language = useLanguage();
  const say = useSay();
  const write = (value: number, sign = false) =>
    writeFigure({ value, unit: "full-time-persons" }, language, { bare: true, sign });
  const [now, end] = [lastOf(benefit), endOf(benefit, months)];
  return (
    <tr>
      <th scope="row">{say(benefit.label)}</th>
      <td data-heading={stocks.now}>{now === undefined ? "–" : write(now)}</td>
      <td data-heading={stocks.expected}>{end === undefined ? "–" : write(end.mean)}</td>
      <td data-heading={stocks.change}>{now === undefined || end === undefined ? "–" : write(end.mean - now, true)}</td>
      <td data-heading={stocks.inner}>{end === undefined ? "–" : stocks.between(write(end.lo80), write(end.hi80))}</td>
      <td data-heading={stocks.outer}>{end === undefined ? "–" : stocks.between(write(end.lo95), write(end.hi95))}</td>
      <td data-heading={stocks.method}>{say(benefit.method)}</td>
    </tr>
  );
}
