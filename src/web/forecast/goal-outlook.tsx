import { unitWords } from "#core/figures/unit.ts";
import { writeFigure } from "#core/figures/write.ts";
import { isChange } from "#core/forecast/goals/course.ts";
import type { Basis, GoalPart } from "../answers.ts";
import { useDefinition } from "../goal/use-definition.ts";
import { AboutFigures } from "../parts/about-figures.tsx";
import { isAbsent, written } from "../parts/written.ts";
import { useLanguage, useSay, wordsInPeriod, wordsOfPeriod } from "../text/language.tsx";
import { WhyMoved } from "./why-moved.tsx";
import { useForecastWords } from "./words.ts";

/** What a goal's page says of the way ahead: the chance, where it ends, what it takes, and why the figure moved. */
export function GoalOutlook({ part, basis }: { readonly part: GoalPart; readonly basis: Basis }) {
  return (
    <>
      <Chance part={part} />
      <WhyMoved part={part} register={basis.register?.id} />
    </>
  );
}

/** The chance that a part of a goal is met, or why none can be told. */
function Chance({ part }: { readonly part: GoalPart }) {
  const { forecast, noForecast, latest } = part;
  const definition = useDefinition(part);
  const words = useForecastWords().goal;
  const language = useLanguage();
  const say = useSay();
  if (forecast === undefined)
    return noForecast === undefined ? null : (
      <section aria-labelledby="goal-chance">
        <h2 id="goal-chance">{words.heading}</h2>
        <p className="quiet">{say(noForecast)}</p>
      </section>
    );
  const {
    chance,
    unit,
    mean,
    lo80,
    hi80,
    period,
    expectedMonth: turn,
    neededPerMonth: needed,
    neededIs = "change",
    method,
    past,
  } = forecast;
  const write = (value: number) => writeFigure({ value, unit }, language, { bare: true });
  const [of, when] =
    period === undefined ? ["", ""] : [wordsOfPeriod(period, language), wordsInPeriod(period, language)];
  const { origin } = isAbsent(latest) ? {} : latest;
  const about = {
    what: words.heading,
    ...(definition !== undefined && { definition }),
    ...{ unit, period: of, sources: origin === undefined ? [] : [origin] },
    notes: [words.method(say(method))],
  };
  return (
    <section aria-labelledby="goal-chance">
      <h2 id="goal-chance">{words.chance(say(chance.shown))}</h2>
      <p>
        {words.ends(write(mean), unitWords[unit].name[language], when, write(lo80), write(hi80))}{" "}
        <AboutFigures about={about} />
      </p>
      {turn !== undefined && (
        <p>{words.turns[turn.into](wordsOfPeriod(turn.period, language), say(turn.chance.shown))}</p>
      )}
      {needed !== undefined && !isAbsent(needed) && (
        <p>{words.needed[neededIs](written(needed, language, { sign: isChange(neededIs) }))}</p>
      )}
      <p className="quiet small">
        {words.method(say(method))} {past !== undefined && say(past)}
      </p>
    </section>
  );
}
