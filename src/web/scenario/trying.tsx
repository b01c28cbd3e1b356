import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Choice } from "../compare/controls.tsx";
import type { Outlook } from "../forecast/answers.ts";
import type { ForecastOf } from "../forecast/queries.ts";
import { useForecastWords } from "../forecast/words.ts";
import { ProblemLine } from "../parts/field.tsx";
import { Kept } from "./kept.tsx";
import { LeverPanel } from "./lever-panel.tsx";
import { type Lever, leversFromAddress, leversInAddress } from "./levers.ts";
import { keptScenariosQuery, scenarioQuery } from "./queries.ts";
import { Result } from "./result.tsx";
import { useTrying } from "./use-trying.ts";
import { monthsAhead } from "./view.ts";
import { useScenarioWords } from "./words.ts";

/** A slider stands still for so long, in milliseconds, before anything is asked. */
const STILL = 250;

/** The levers on the left, and what they do on the right: at once as expected, then with intervals and chances. */
export function Trying({ forecast, of }: { readonly forecast: Outlook; readonly of: ForecastOf }) {
  const words = useScenarioWords();
  const forecasts = useForecastWords();
  const { plan, view, change } = useTrying();
  const { levers, turn } = useLevers();
  const municipality = of.municipality ?? "";
  const kept = useQuery(keptScenariosQuery(municipality)).data?.scenarios ?? [];
  const months = view.months ?? 12;
  const against = kept.find(({ id }) => id === view.against)?.levers;
  const asked = { ...of, plan, months, levers: leversFromAddress(view.levers), against };
  const quick = useQuery(scenarioQuery(asked, false));
  const whole = useQuery({ ...scenarioQuery(asked, true), enabled: quick.isSuccess && !quick.isPlaceholderData });
  const isWhole = whole.data !== undefined && !whole.isPlaceholderData;
  const ran = isWhole ? whole.data : quick.data;
  return (
    <>
      <p>{words.lead}</p>
      <div className="scenario-both">
        <section className="scenario-levers" aria-label={words.levers}>
          <fieldset className="controls">
            <legend className="visually-hidden">{words.months}</legend>
            <Choice
              name={words.months}
              value={String(months)}
              options={monthsAhead.map((n) => ({ value: String(n), label: forecasts.months(n) }))}
              onChoose={(chosen) => change({ months: chosen === "12" ? undefined : Number(chosen) })}
            />
          </fieldset>
          <LeverPanel forecast={forecast} levers={levers} assumes={ran?.assumes ?? []} onTurn={turn} />
          <Kept kept={kept} levers={levers} municipality={municipality} onOpen={turn} />
        </section>
        <section
          className="scenario-result"
          aria-label={words.question}
          aria-busy={quick.isFetching || whole.isFetching}
        >
          <ProblemLine error={quick.error ?? whole.error} />
          {ran === undefined ? (
            quick.error === null && <p role="status">{words.learning}</p>
          ) : (
            <Result ran={ran} forecast={forecast} isWhole={isWhole} isStale={quick.isPlaceholderData} months={months} />
          )}
        </section>
      </div>
    </>
  );
}

/** The levers as they are turned, a moment before they stand in the address. */
function useLevers(): { readonly levers: readonly Lever[]; readonly turn: (levers: readonly Lever[]) => void } {
  const { view, change } = useTrying();
  const [turning, setTurning] = useState<readonly Lever[]>();
  useEffect(() => {
    if (turning === undefined) return;
    const standing = setTimeout(() => {
      const levers = leversInAddress(turning);
      void change({ levers: levers === "" ? undefined : levers });
      setTurning(undefined);
    }, STILL);
    return () => clearTimeout(standing);
  });
  return { levers: turning ?? leversFromAddress(view.levers), turn: setTurning };
}
