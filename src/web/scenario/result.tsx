import { Link } from "@tanstack/react-router";
import { writeFigure, writeNumber } from "#core/figures/write.ts";
import type { Outlook } from "../forecast/answers.ts";
import { useMay } from "../frame/use-may.ts";
import { useLanguage, useSay, wordsOfPeriod } from "../text/language.tsx";
import type { Ran, RanStock } from "./queries.ts";
import { ScenarioStreams } from "./scenario-streams.tsx";
import { StockFigure } from "./stock-figure.tsx";
import { useTrying } from "./use-trying.ts";
import { useScenarioWords } from "./words.ts";

/** What a scenario does: in a sentence, to the goals, to the benefits, and to who goes where. */
export function Result({
  ran,
  forecast,
  isWhole,
  isStale,
  months,
}: {
  readonly ran: Ran;
  readonly forecast: Outlook;
  readonly isWhole: boolean;
  readonly isStale: boolean;
  readonly months: number;
}) {
  const words = useScenarioWords();
  const language = useLanguage();
  const say = useSay();
  const { view } = useTrying();
  const benefits = ran.stocks
    .filter(({ unit, baseline, scenario }) => unit === "full-time-persons" && baseline.mean + scenario.mean >= 1)
    .toSorted((a, b) => Math.abs(b.difference.mean) - Math.abs(a.difference.mean));
  const drawn = benefits.find(({ id }) => id === view.benefit) ?? benefits[0];
  const { draws, seed, model, snapshot } = ran.origin;
  return (
    <>
      <p className="lead" aria-live="polite">
        {say(ran.says)}
      </p>
      <p className="quiet small scenario-state" role="status">
        {isStale ? words.working : isWhole ? "" : words.sampling}
      </p>
      {ran.assumes.length > 0 && (
        <details>
          <summary>{words.assumes}</summary>
          <ul>
            {ran.assumes.map((text) => (
              <li key={text.da}>{say(text)}</li>
            ))}
          </ul>
        </details>
      )}
      {isWhole && <Goals goals={ran.goals} />}
      <Stocks stocks={benefits} isWhole={isWhole} />
      {isWhole && drawn !== undefined && (
        <StockFigure stocks={benefits} drawn={drawn} history={historyOf(forecast, drawn)} />
      )}
      <ScenarioStreams ran={ran} months={months} />
      {isWhole && (
        <p className="quiet small">{words.origin(writeNumber(draws, { language }), seed, model, snapshot)}</p>
      )}
    </>
  );
}

function historyOf({ benefits }: Outlook, { id }: RanStock) {
  return benefits.find(({ benefit }) => benefit === id)?.history ?? [];
}

/** The goals the flow model can tell of, those that move most first. */
function Goals({ goals }: Pick<Ran, "goals">) {
  const words = useScenarioWords().goals;
  const language = useLanguage();
  const say = useSay();
  const { plan } = useTrying();
  const moved = ({ baseline, scenario }: Ran["goals"][number]) => scenario.value - baseline.value;
  const sorted = goals.toSorted((a, b) => Math.abs(moved(b)) - Math.abs(moved(a)));
  return (
    <section aria-labelledby="scenario-goals">
      <h2 id="scenario-goals">{words.heading}</h2>
      {goals.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <table className="plain-table stacking">
          <caption className="visually-hidden">{words.heading}</caption>
          <thead>
            <tr>
              {(["goal", "before", "after", "change"] as const).map((name) => (
                <th key={name} scope="col">
                  {words[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((one) => (
              <tr key={`${one.goal} ${one.part}`}>
                <th scope="row">
                  <Link to="/plans/$plan/goals/$goal" params={{ plan, goal: one.goal }}>
                    {say(one.label)}
                  </Link>
                </th>
                <td data-heading={words.before}>{say(one.baseline.shown)}</td>
                <td data-heading={words.after}>{say(one.scenario.shown)}</td>
                <td data-heading={words.change}>
                  {arrow(moved(one))}
                  {words.points(writeNumber(moved(one) * 100, { language, decimals: 0, sign: true }))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function arrow(change: number): string {
  if (Math.abs(change) < 0.005) return "";
  return change > 0 ? "▲ " : "▼ ";
}

/** An interval narrower than this is none: what follows its own figures is moved by as much in every future. */
const NO_WIDTH = 0.05;

/** Every benefit with and without the scenario, and the difference with its interval. */
function Stocks({ stocks, isWhole }: { readonly stocks: readonly RanStock[]; readonly isWhole: boolean }) {
  const { stocks: words, toGoal } = useScenarioWords();
  const language = useLanguage();
  const say = useSay();
  const { plan } = useTrying();
  const mayDraft = useMay("draft-plan");
  const write = (value: number, sign = false) =>
    writeFigure({ value, unit: "full-time-persons" }, language, { bare: true, sign });
  const intervalOf = ({ difference: { mean, lo95, hi95 } }: RanStock) =>
    hi95 - lo95 < NO_WIDTH && Math.abs(mean) >= NO_WIDTH
      ? words.noInterval
      : words.between(write(lo95, true), write(hi95, true));
  const when = stocks.length === 0 ? "" : wordsOfPeriod(stocks[0].period, language);
  return (
    <section aria-labelledby="scenario-stocks">
      <h2 id="scenario-stocks">{words.caption(when)}</h2>
      <table className="plain-table stacking">
        <caption className="visually-hidden">{words.caption(when)}</caption>
        <thead>
          <tr>
            {(["benefit", "baseline", "scenario", "difference", "interval"] as const).map((name) => (
              <th key={name} scope="col">
                {words[name]}
              </th>
            ))}
            {mayDraft && (
              <th scope="col">
                <span className="visually-hidden">{toGoal}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {stocks.map((stock) => (
            <tr key={stock.id}>
              <th scope="row">{say(stock.label)}</th>
              <td data-heading={words.baseline}>{write(stock.baseline.mean)}</td>
              <td data-heading={words.scenario}>{write(stock.scenario.mean)}</td>
              <td data-heading={words.difference}>{write(stock.difference.mean, true)}</td>
              <td data-heading={words.interval}>{isWhole ? intervalOf(stock) : "…"}</td>
              {mayDraft && (
                <td className="no-print">
                  {Math.abs(stock.difference.mean) >= 0.5 && (
                    <Link
                      to="/plans/$plan/document"
                      params={{ plan }}
                      search={(old) => ({ asOf: old.asOf, register: old.register, ...goalOf(stock) })}
                    >
                      {toGoal}
                    </Link>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A benefit as the scenario expects it, as the target of a new goal. */
function goalOf({ id, period, scenario, difference }: RanStock) {
  const value = writeFigure({ value: Math.round(scenario.mean), unit: "full-time-persons" }, "da", { decimals: 0 });
  const aim = { kind: "level", bound: difference.mean < 0 ? "most" : "least", value, period };
  return {
    measure: "fuldtidspersoner",
    where: [`benefit:${id}`],
    aim: Object.entries(aim).map(([key, one]) => `target.${key}:${one}`),
  };
}
