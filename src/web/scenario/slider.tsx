import { useId } from "react";
import { writeNumber } from "#core/figures/write.ts";
import { useLanguage } from "../text/language.tsx";
import { useScenarioWords } from "./words.ts";

/** How far a slider goes, in per cent. */
const [LEAST, MOST] = [-50, 50];

/** A lever to turn by hand, by arrow keys or by writing its number: what it is today, and what it becomes. */
export function Slider({
  name,
  benefit,
  today,
  percent,
  onTurn,
}: {
  readonly name: string;
  readonly benefit: string;
  /** People a month. */
  readonly today: number;
  readonly percent: number;
  readonly onTurn: (percent: number) => void;
}) {
  const words = useScenarioWords();
  const language = useLanguage();
  const id = useId();
  const write = (value: number) => writeNumber(value, { language, decimals: value < 10 ? 1 : 0 });
  const label = words.slider(name, benefit);
  const becomes = percent === 0 ? "" : `, ${words.becomes(write(today * (1 + percent / 100)))}`;
  return (
    <div className="lever">
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type="range"
        min={LEAST}
        max={MOST}
        step={1}
        value={percent}
        aria-label={label}
        aria-valuetext={`${percent} %${becomes}`}
        onChange={({ target }) => onTurn(target.valueAsNumber)}
      />
      <span className="lever-number">
        <input
          type="number"
          min={-100}
          max={500}
          step={1}
          value={percent}
          aria-label={`${label}, ${words.percent}`}
          onChange={({ target }) => Number.isFinite(target.valueAsNumber) && onTurn(target.valueAsNumber)}
        />
        %
      </span>
      <span className="quiet small lever-today">
        {words.today(write(today))}
        {becomes}
      </span>
    </div>
  );
}
