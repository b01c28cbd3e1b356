import { useQuery } from "@tanstack/react-query";
import type { Answered } from "#api/endpoint.ts";
import type { readExpectedEnds } from "#api/forecast.ts";
import { missingWords } from "#core/figures/figure.ts";
import { writeFigure, writeNumber } from "#core/figures/write.ts";
import { useMay } from "../frame/use-may.ts";
import { Button } from "../parts/button.tsx";
import { ProblemLine } from "../parts/field.tsx";
import { moveInTable } from "../parts/table-arrows.ts";
import { useLanguage, useSay, useWords } from "../text/language.tsx";
import type { Outlook } from "./answers.ts";
import { expectedEndsQuery } from "./queries.ts";
import { useForecasting } from "./use-forecasting.ts";
import { useForecastWords } from "./words.ts";

type Told = Extract<Answered<typeof readExpectedEnds>, { readonly groups: unknown }>;
type Group = Told["groups"][number];

/** When spells are expected to end, by group: shown to those who may, when they ask, and every look is logged. */
export function ExpectedEnds({
  register,
  forecast,
}: {
  readonly register: string;
  readonly forecast: Pick<Outlook, "places" | "benefits">;
}) {
  const words = useForecastWords().ends;
  const { app } = useWords();
  const may = useMay("read-expected-end");
  const { view, change } = useForecasting();
  const isOpen = view.ends === "open";
  const read = useQuery({ ...expectedEndsQuery(register), enabled: may && isOpen });
  if (!may) return null;
  return (
    <section aria-labelledby="ends">
      <h2 id="ends">{words.heading}</h2>
      {!isOpen && <Button onClick={() => change({ ends: "open" })}>{words.open}</Button>}
      {isOpen && read.isPending && <p role="status">{app.loading}</p>}
      <ProblemLine error={read.error} />
      {read.data !== undefined && (
        <Shown told={read.data} places={forecast.places} order={forecast.benefits.map(({ benefit }) => benefit)} />
      )}
    </section>
  );
}

function Shown({
  told,
  places,
  order,
}: {
  readonly told: Answered<typeof readExpectedEnds>;
  readonly order: readonly string[];
} & Pick<Outlook, "places">) {
  const words = useForecastWords();
  const language = useLanguage();
  const say = useSay();
  const { view, change } = useForecasting();
  if ("missing" in told) return <p>{missingWords[told.missing][language]}</p>;
  const nameOf = new Map(places.map(({ id, label }) => [id, say(label)]));
  const groups = told.groups.filter(({ now, missing }) => now !== 0 || missing === undefined);
  const there = new Set(groups.map(({ benefit }) => benefit));
  // In the order of the benefits above: the largest first.
  const benefits = [...order.filter((one) => there.has(one)), ...[...there].filter((one) => !order.includes(one))];
  const chosen = benefits.find((one) => one === view.benefit) ?? benefits[0];
  const percent = (value: number) => writeFigure({ value, unit: "share" }, language);
  return (
    <>
      <p>{say(told.about)}</p>
      <label className="ends-choice">
        <span className="small-title">{words.benefit}</span>{" "}
        <select value={chosen} onChange={({ target }) => change({ benefit: target.value })}>
          {benefits.map((one) => (
            <option key={one} value={one}>
              {nameOf.get(one) ?? one}
            </option>
          ))}
        </select>
      </label>
      <GroupTable groups={groups.filter(({ benefit }) => benefit === chosen)} nameOf={nameOf} />
      {told.calibration !== undefined && told.calibration.length > 0 && (
        <>
          <h3>{words.ends.calibrated}</h3>
          <ul>
            {told.calibration.map(({ weeks, expected, observed }) => (
              <li key={weeks}>{words.ends.calibration(weeks, percent(expected), percent(observed))}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function GroupTable({
  groups,
  nameOf,
}: {
  readonly groups: readonly Group[];
  readonly nameOf: ReadonlyMap<string, string>;
}) {
  const words = useForecastWords().ends;
  const language = useLanguage();
  const say = useSay();
  const number = (value: number) => writeNumber(value, { language, decimals: 0 });
  const percent = (value: number) => writeFigure({ value, unit: "share" }, language, { decimals: 0 });
  return (
    <table className="plain-table stacking" onKeyDown={moveInTable}>
      <caption className="visually-hidden">{words.heading}</caption>
      <thead>
        <tr>
          {(["group", "now", "when", "after", "basis"] as const).map((name) => (
            <th key={name} scope="col">
              {words[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => {
          const { duration, age, now, missing, weeks, still, next = [], basis } = group;
          const why = missing === undefined ? undefined : missingWords[missing][language];
          return (
            <tr key={`${duration} ${age}`}>
              <th scope="row">
                {words.since(spanOf(duration))}, {age === UNKNOWN ? words.unknown : words.years(spanOf(age))}
              </th>
              <td data-heading={words.now}>
                {typeof now === "number" ? number(now) : missingWords[now.missing][language]}
              </td>
              <td data-heading={words.when}>
                {why ?? (weeks === undefined ? words.never : words.weeks(number(weeks)))}
              </td>
              <td data-heading={words.after}>
                {still === undefined ? "–" : [words.still(percent(still)), ...next.slice(0, 3).map(leadsTo)].join("; ")}
              </td>
              <td data-heading={words.basis} className="quiet small">
                {basis === undefined ? "–" : say(basis)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );

  function leadsTo({ to, share }: { readonly to: string; readonly share: number }): string {
    return `${percent(share)} ${nameOf.get(to) ?? to}`;
  }

  /** `0-13`, and `157-` as over 156. */
  function spanOf(span: string): string {
    const [first, last] = span.split("-");
    return last === "" ? words.over(String(Number(first) - 1)) : `${first}–${last}`;
  }
}

const UNKNOWN = "uoplyst";
