import { createContext, useContext, useId, useState } from "react";
import { useLanguage, useSay } from "../text/language.tsx";
import type { Known } from "./answers.ts";
import type { Blank } from "./kinds.ts";
import { offeredPeriods, periodWords, periodWritten } from "./periods.ts";
import { usePlanWords } from "./words.ts";

/** What every blank of a form can offer, and what is wrong with what stands in it. */
export type Offer = {
  readonly known: Known;
  /** The plan's own period. */
  readonly period: string;
  /** Why the value at a path of the goal cannot stand. */
  readonly faultAt: (path: string) => string | undefined;
};

/** The offer of the form that is open. */
export const Offered = createContext<Offer>({
  known: { indicators: [], areas: [], dimensions: [] },
  period: "",
  faultAt: () => undefined,
});

type BlankProps = {
  readonly blank: Blank;
  /** Where in the goal its value stands. */
  readonly path: string;
  readonly value: string;
  readonly onWrite: (value: string) => void;
};

/** A blank of a sentence or of a form, by what it takes. */
export function BlankField(props: BlankProps) {
  const { takes } = props.blank;
  if (takes === "choice" || takes === "indicator" || takes === "area") return <Choice {...props} />;
  if (takes === "period") return <PeriodField {...props} />;
  return <Line {...props} />;
}

function useNamed({ path, named = path }: Blank): string {
  const { fields } = usePlanWords().form;
  const names: Readonly<Record<string, string>> = fields;
  return names[named] ?? named;
}

/** What a field tells about itself to those who cannot see it, and its fault. */
function useTold(blank: Blank, path: string) {
  const { faultAt } = useContext(Offered);
  const fault = faultAt(path);
  return { "aria-label": useNamed(blank), "aria-invalid": fault !== undefined, title: fault, "data-path": path };
}

function Choice({ blank, path, value, onWrite }: BlankProps) {
  const words = usePlanWords();
  const choices: Readonly<Record<string, string>> = words.choices;
  const options = useOptions(blank);
  const unsaid = choices[blank.unsaid ?? ""];
  const unknown = value !== "" && !options.some(([code]) => code === value);
  return (
    <select {...useTold(blank, path)} className="blank" value={value} onChange={({ target }) => onWrite(target.value)}>
      <option value="">{unsaid ?? words.form.empty}</option>
      {unknown && <option value={value}>{value}</option>}
      {options.map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  );
}

function useOptions({ takes, choices }: Blank): readonly (readonly [string, string])[] {
  const say = useSay();
  const words: Readonly<Record<string, string>> = usePlanWords().choices;
  const { known } = useContext(Offered);
  if (takes === "indicator") return known.indicators.map(({ id, title }) => [id, say(title)]);
  if (takes === "area") return known.areas.map(({ id, label }) => [id, say(label)]);
  return (choices ?? []).map(([code, word]) => [code, words[word] ?? code]);
}

function PeriodField({ blank, path, value, onWrite }: BlankProps) {
  const language = useLanguage();
  const { period } = useContext(Offered);
  const list = useId();
  const offered = offeredPeriods(period);
  const [typed, setTyped] = useState(periodWords(value, language));
  const isStale = periodWritten(typed, offered, language) !== value;
  const shown = isStale ? periodWords(value, language) : typed;
  return (
    <>
      <input
        {...useTold(blank, path)}
        type="text"
        className="blank"
        size={Math.max(4, shown.length)}
        list={list}
        value={shown}
        onChange={({ target }) => {
          setTyped(target.value);
          onWrite(periodWritten(target.value, offered, language));
        }}
      />
      <datalist id={list}>
        {offered.map((one) => (
          <option key={one} value={periodWords(one, language)} />
        ))}
      </datalist>
    </>
  );
}

function Line({ blank, path, value, onWrite }: BlankProps) {
  const words = usePlanWords().choices;
  const isShare = blank.takes === "share";
  const shown = isShare && value === "everyone" ? words.everyone : value;
  return (
    <input
      {...useTold(blank, path)}
      type="text"
      className={`blank ${blank.takes === "words" ? "blank-words" : ""}`}
      inputMode={blank.takes === "number" ? "numeric" : undefined}
      size={Math.max(4, Math.min(60, shown.length))}
      value={shown}
      onChange={({ target }) => onWrite(isShare && target.value === words.everyone ? "everyone" : target.value)}
    />
  );
}

/** A blank under its name. */
export function Field(props: BlankProps) {
  const { faultAt } = useContext(Offered);
  const fault = faultAt(props.path);
  return (
    <div className="field">
      <span className="field-name" aria-hidden>
        {useNamed(props.blank)}
      </span>
      <BlankField {...props} />
      {fault !== undefined && <span className="field-fault">{fault}</span>}
    </div>
  );
}
