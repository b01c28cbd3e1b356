import { writeFigure, writeNumber } from "#core/figures/write.ts";
import { Choice } from "../compare/controls.tsx";
import { moveInTable } from "../parts/table-arrows.ts";
import { useLanguage, useSay } from "../text/language.tsx";
import type { AccuracyRow, Outlook } from "./answers.ts";
import { useForecasting } from "./use-forecasting.ts";
import { useForecastWords } from "./words.ts";

/** How good the forecasts have been, beside three simple guesses, and where those were better. */
export function Accuracy({ forecast: { accuracy, benefits } }: { readonly forecast: Outlook }) {
  const words = useForecastWords().accuracy;
  const say = useSay();
  const { view, change } = useForecasting();
  const spans = [...new Set(accuracy.rows.map(spanOf))];
  const shown = spans.find((span) => span === view.ahead) ?? spans[0];
  const nameOf = new Map(benefits.map(({ benefit, label }) => [benefit, say(label)]));
  return (
    <section aria-labelledby="accuracy">
      <h2 id="accuracy">{words.heading}</h2>
      <p>{say(accuracy.says)}</p>
      {shown !== undefined && (
        <>
          <fieldset className="controls">
            <legend className="visually-hidden">{words.heading}</legend>
            <Choice
              name={words.ahead}
              value={shown}
              options={spans.map((span, at) => ({ value: span, label: at === 0 ? words.all : nameOfSpan(span) }))}
              onChoose={(ahead) => change({ ahead: ahead === spans[0] ? undefined : ahead })}
            />
          </fieldset>
          <AccuracyTable rows={accuracy.rows.filter((row) => spanOf(row) === shown)} nameOf={nameOf} />
          <p className="quiet small">{words.about}</p>
        </>
      )}
    </section>
  );

  function nameOfSpan(span: string): string {
    const [from, to] = span.split("-").map(Number);
    return words.span(from, to);
  }
}

function spanOf({ from, to }: AccuracyRow): string {
  return `${from}-${to}`;
}

/** A benefit that has only just come was off by next to nothing last year: how many times more says nothing. */
const LARGEST = 10;

/** The simple guesses, as the columns have them. */
const guesses = ["seasonalNaive", "drift", "smoothing"] as const;

function AccuracyTable({
  rows,
  nameOf,
}: {
  readonly rows: readonly AccuracyRow[];
  readonly nameOf: ReadonlyMap<string, string>;
}) {
  const words = useForecastWords();
  const language = useLanguage();
  const { accuracy } = words;
  const share = (value: number, sign = false) => writeFigure({ value, unit: "share" }, language, { sign });
  const error = (value: number) => (value > LARGEST ? `> ${LARGEST}` : writeNumber(value, { language, decimals: 2 }));
  return (
    <table className="plain-table stacking accuracy-table" onKeyDown={moveInTable}>
      <caption className="visually-hidden">{accuracy.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.benefit}</th>
          {(["off", "bias", "covered", "forecast", ...guesses, "verdict"] as const).map((name) => (
            <th key={name} scope="col">
              {accuracy[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.benefit ?? ""} data-total={row.benefit === undefined || undefined}>
            <th scope="row">{row.benefit === undefined ? accuracy.everything : nameOf.get(row.benefit)}</th>
            <td data-heading={accuracy.off}>± {share(row.off)}</td>
            <td data-heading={accuracy.bias}>{share(row.bias, true)}</td>
            <td data-heading={accuracy.covered}>{share(row.covered80)}</td>
            <td data-heading={accuracy.forecast}>{error(row.scaledError)}</td>
            {guesses.map((guess) => (
              <td key={guess} data-heading={accuracy[guess]}>
                {error(row[guess])}
              </td>
            ))}
            <td data-heading={accuracy.verdict}>{row.isBest ? accuracy.best : accuracy.beaten[bestGuess(row)]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function bestGuess(row: AccuracyRow): (typeof guesses)[number] {
  return guesses.toSorted((a, b) => row[a] - row[b])[0];
}
