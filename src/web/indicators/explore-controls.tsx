import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "../parts/button.tsx";
import { ChevronDownIcon } from "../parts/icons.ts";
import { Menu, MenuTicks } from "../parts/menu.tsx";
import { Popup } from "../parts/popup.tsx";
import { useSay } from "../text/language.tsx";
import type { Indicator } from "./answers.ts";
import { FigureFiles } from "./figure-files.tsx";
import { type FiguresAsked, vocabularyQuery } from "./queries.ts";
import type { Change } from "./use-exploring.ts";
import { type ExploreView, exploreUnits, valuesOf, withValue } from "./view.ts";
import { codeInWords } from "./where-words.ts";
import { useIndicatorWords } from "./words.ts";

/** So many dimensions may be crossed. */
const MOST_CROSSED = 4;

type Parts = { readonly indicator: Indicator; readonly view: ExploreView; readonly change: Change };

/** What is asked of a register: span, step, breakdowns, filters, parameters; all of it goes into the address. */
export function ExploreControls({ asked, ...parts }: Parts & { readonly asked: FiguresAsked }) {
  const words = useIndicatorWords().exploring;
  const { indicator, view, change } = parts;
  const isChanged = [view.from, view.to, view.unit, view.by, view.where, view.set].some((one) => one !== undefined);
  const none = { from: undefined, to: undefined, unit: undefined, by: undefined, where: undefined, set: undefined };
  return (
    <fieldset className="controls">
      <legend className="visually-hidden">{words.controls}</legend>
      <Month name={words.from} value={asked.from} onChange={(from) => change({ from })} />
      <Month name={words.to} value={asked.to} onChange={(to) => change({ to })} />
      <label>
        <span className="small-title">{words.unit}</span>
        <select
          value={asked.unit}
          onChange={({ target }) =>
            change({ unit: exploreUnits.find((one) => one === target.value), chart: undefined })
          }
        >
          {exploreUnits.map((unit) => (
            <option key={unit} value={unit}>
              {words.units[unit]}
            </option>
          ))}
        </select>
      </label>
      <ByChoice {...parts} />
      <Filters {...parts} />
      <Parameters {...parts} />
      {isChanged && (
        <Button weight="quiet" onClick={() => change({ ...none, chart: undefined })}>
          {words.clear}
        </Button>
      )}
      <span className="toolbar-space" />
      <FigureFiles address={(format) => `/api/indicators/${indicator.id}/figures.${format}?${queryOf(asked)}`} />
    </fieldset>
  );
}

function queryOf(asked: FiguresAsked): string {
  return new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, String(value)])).toString();
}

function Month({
  name,
  value,
  onChange,
}: {
  readonly name: string;
  readonly value: string;
  readonly onChange: (month: string) => void;
}) {
  return (
    <label>
      <span className="small-title">{name}</span>
      <input
        key={value}
        type="month"
        defaultValue={value}
        pattern="\d{4}-\d{2}"
        onBlur={({ target }) => {
          if (/^\d{4}-\d{2}$/.test(target.value) && target.value !== value) onChange(target.value);
        }}
        onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()}
      />
    </label>
  );
}

function ByChoice({ indicator, view, change }: Parts) {
  const words = useIndicatorWords().exploring;
  const say = useSay();
  const by = view.by ?? [];
  const options = indicator.dimensions.map(({ id, label }) => ({ value: id, label: say(label) }));
  const named = options.filter(({ value }) => by.includes(value)).map(({ label }) => label);
  if (options.length === 0) return null;
  return (
    <Menu label={named.length === 0 ? words.by : `${words.by}: ${named.join(", ")}`}>
      <MenuTicks
        label={words.byMost(MOST_CROSSED)}
        ticked={by}
        options={options}
        onTick={(ticked) =>
          change({ by: ticked.length === 0 ? undefined : ticked.slice(-MOST_CROSSED), chart: undefined })
        }
      />
    </Menu>
  );
}

/** One filter a dimension: its codes to tick, or a field to write in. */
function Filters({ indicator, view, change }: Parts) {
  const words = useIndicatorWords().exploring;
  const say = useSay();
  const vocabulary = useQuery(vocabularyQuery).data;
  const chosen = valuesOf(view.where);
  return indicator.dimensions.map(({ id, label }) => {
    const known = vocabulary?.dimensions.find((one) => one.id === id);
    const value = chosen.get(id) ?? "";
    const ticked = value === "" ? [] : value.split("+");
    const named = ticked.map((code) => codeInWords(id, code, vocabulary, say)).join(", ");
    const shown = value === "" ? say(label) : `${say(label)}: ${named}`;
    const narrow = (codes: string) => change({ where: withValue(view.where, id, codes) });
    if (known !== undefined && known.codes.length > 0)
      return (
        <Menu key={id} label={shown}>
          <MenuTicks
            label={words.filterBy(say(label))}
            ticked={ticked}
            options={known.codes.map((code) => ({ value: code.id, label: say(code.label) }))}
            onTick={(codes) => narrow(codes.join("+"))}
          />
        </Menu>
      );
    const hint = known?.form === "age" ? words.ageHint : words.filterHint;
    return (
      <Written key={id} title={words.filterBy(say(label))} shown={shown} hint={hint} value={value} onUse={narrow} />
    );
  });
}

/** The indicator's own choices, each with the value used where nothing else is said, in one small surface. */
function Parameters({ indicator: { parameters }, view, change }: Parts) {
  const words = useIndicatorWords().exploring;
  const say = useSay();
  const chosen = valuesOf(view.set);
  const shown = chosen.size === 0 ? words.parameters : words.changed(chosen.size);
  if (parameters.length === 0) return null;
  const use = (form: FormData) => {
    const changed = parameters.flatMap(({ id, value }) => {
      const written = form.get(id);
      return typeof written === "string" && written.trim() !== "" && written !== value
        ? [`${id}:${written.trim()}`]
        : [];
    });
    change({ set: changed.length === 0 ? undefined : changed });
  };
  return (
    <Surface title={words.parameters} shown={shown} onUse={use}>
      {parameters.map(({ id, value, meaning }) => (
        <label key={id} className="stack">
          <span className="small">{say(meaning)}</span>
          <input type="text" name={id} defaultValue={chosen.get(id) ?? value} />
        </label>
      ))}
    </Surface>
  );
}

/** A small surface with a field for a code that is written freely. */
function Written({
  title,
  shown,
  hint,
  value,
  onUse,
}: {
  readonly title: string;
  readonly shown: string;
  readonly hint: string;
  readonly value: string;
  readonly onUse: (written: string) => void;
}) {
  const use = (form: FormData) => {
    const written = form.get("written");
    if (typeof written === "string") onUse(written.trim().replaceAll(",", "+"));
  };
  return (
    <Surface title={title} shown={shown} onUse={use}>
      <input type="text" name="written" aria-label={title} defaultValue={value} />
      <p className="quiet small">{hint}</p>
    </Surface>
  );
}

/** A button that opens a form; what is written in it holds when it is used. */
function Surface({
  title,
  shown,
  onUse,
  children,
}: {
  readonly title: string;
  readonly shown: string;
  readonly onUse: (form: FormData) => void;
  readonly children: ReactNode;
}) {
  const words = useIndicatorWords().exploring;
  return (
    <Popup
      title={title}
      className="control-button"
      label={
        <>
          {shown} <ChevronDownIcon aria-hidden />
        </>
      }
    >
      {(close) => (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            close();
            onUse(form);
          }}
        >
          <p className="popup-title">{title}</p>
          {children}
          <div className="row-of-buttons">
            <Button type="submit">{words.use}</Button>
          </div>
        </form>
      )}
    </Popup>
  );
}
