import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { vocabularyQuery } from "../indicators/queries.ts";
import { useLanguage, useSay, wordsOfPeriod } from "../text/language.tsx";
import type { Beside } from "./answers.ts";
import type { Change } from "./use-comparing.ts";
import { groupKinds } from "./view.ts";
import { useCompareWords } from "./words.ts";

/** A choice among some, named above itself. */
export function Choice({
  name,
  value,
  options,
  onChoose,
}: {
  readonly name: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <label>
      <span className="small-title">{name}</span>
      <select value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Whose figures are held beside whose, and when: the choices that both views have. */
export function BesideControls({
  beside: { own, group, groups, periods, period },
  change,
  before,
  files,
}: {
  readonly beside: Beside;
  readonly change: Change;
  /** The view's own choices. */
  readonly before: ReactNode;
  /** What can be taken along. */
  readonly files: ReactNode;
}) {
  const words = useCompareWords();
  const language = useLanguage();
  const say = useSay();
  const areas = useQuery(vocabularyQuery).data?.areas ?? [];
  const towns = areas
    .filter(({ kind }) => kind === "municipality")
    .map(({ id, label }) => ({ value: id, label: say(label) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "da"));
  return (
    <fieldset className="controls">
      <legend className="visually-hidden">{words.controls}</legend>
      {before}
      <Choice
        name={words.area}
        value={own.id}
        options={towns.length === 0 ? [{ value: own.id, label: say(own.label) }] : towns}
        onChoose={(area) => change({ area, lines: undefined })}
      />
      <Choice
        name={words.group}
        value={group.kind}
        options={groups.map(({ kind, label, members }) => ({
          value: kind,
          label: words.groupLine(say(label), members),
        }))}
        onChoose={(kind) => change({ group: groupKinds.find((one) => one === kind), lines: undefined })}
      />
      <Choice
        name={words.period}
        value={period}
        options={periods.toReversed().map((one) => ({ value: one, label: wordsOfPeriod(one, language) }))}
        onChoose={(chosen) => change({ period: chosen === periods.at(-1) ? undefined : chosen })}
      />
      <span className="toolbar-space" />
      {files}
    </fieldset>
  );
}
