import type { Text } from "#core/text/text.ts";
import type { Outlook } from "../forecast/answers.ts";
import { Button } from "../parts/button.tsx";
import { useSay } from "../text/language.tsx";
import { AddLever } from "./add-lever.tsx";
import { type Lever, otherLevers, type Turn, turned, turnedBy } from "./levers.ts";
import { Slider } from "./slider.tsx";
import { todayOf } from "./today.ts";
import { useScenarioWords } from "./words.ts";

/** So many benefits have their sliders shown from the start. */
const SHOWN = 4;

/** Everything that can be turned: sliders of each benefit, and what is added besides. */
export function LeverPanel({
  forecast,
  levers,
  assumes,
  onTurn,
}: {
  readonly forecast: Outlook;
  readonly levers: readonly Lever[];
  /** What the levers mean, in the order they were asked in. */
  readonly assumes: readonly Text[];
  readonly onTurn: (levers: readonly Lever[]) => void;
}) {
  const words = useScenarioWords();
  const say = useSay();
  const busiest = forecast.benefits
    .map((benefit) => ({ ...benefit, today: todayOf(forecast, benefit.benefit) }))
    .toSorted((a, b) => b.today.inflow + b.today.exits - a.today.inflow - a.today.exits);
  const group = ({ benefit, label, today }: (typeof busiest)[number]) => (
    <fieldset key={benefit} className="lever-group">
      <legend>{say(label)}</legend>
      {(["inflow", "exits"] as const).map((lever) => {
        const turn: Turn = { lever, benefit };
        return (
          <Slider
            key={lever}
            name={words[lever]}
            benefit={say(label)}
            today={today[lever]}
            percent={turnedBy(levers, turn)}
            onTurn={(percent) => onTurn(turned(levers, turn, percent))}
          />
        );
      })}
    </fieldset>
  );
  const others = otherLevers(levers);
  const hidden = busiest.slice(SHOWN);
  return (
    <>
      <div className="lever-head">
        <h2>{words.levers}</h2>
        {levers.length > 0 && (
          <Button weight="quiet" onClick={() => onTurn([])}>
            {words.reset}
          </Button>
        )}
      </div>
      {busiest.slice(0, SHOWN).map(group)}
      {hidden.length > 0 && (
        <details open={hidden.some(({ benefit }) => levers.some((one) => one.benefit === benefit)) || undefined}>
          <summary>{words.more}</summary>
          {hidden.map(group)}
        </details>
      )}
      <h3>{words.others}</h3>
      {others.length > 0 && (
        <ul className="lever-others">
          {others.map((lever) => (
            <li key={JSON.stringify(lever)}>
              <span>{sayLever(lever)}</span>
              <Button weight="quiet" onClick={() => onTurn(levers.filter((one) => one !== lever))}>
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddLever forecast={forecast} onAdd={(lever) => onTurn([...levers, lever])} />
    </>
  );

  /** The sentence of the server, once it has come; until then what was chosen. */
  function sayLever(lever: Lever): string {
    const text = assumes.length === levers.length ? assumes[levers.indexOf(lever)] : undefined;
    return text === undefined ? `${lever.lever} ${lever.benefit}` : say(text);
  }
}
