import { useSearch } from "@tanstack/react-router";
import type { exportOverview } from "#api/exports.ts";
import type { Overview } from "../answers.ts";
import { addressOf } from "../client.ts";
import { readBasis } from "../frame/address.ts";
import { useKeys } from "../frame/use-keys.ts";
import { useMay } from "../frame/use-may.ts";
import { Button } from "../parts/button.tsx";
import { ExportMenu } from "../parts/export-menu.tsx";
import { Menu, MenuTicks } from "../parts/menu.tsx";
import { verdictKey } from "../parts/verdict-key.ts";
import { useLanguage, useSay, useWords } from "../text/language.tsx";
import type { Change } from "./use-view.ts";
import { columns, type Filter, filterNames, filters, type OverviewView } from "./view.ts";

/** What narrows the goals, how many are left, and what the table shows. */
export function Toolbar({
  overview,
  view,
  change,
  shown,
}: {
  readonly overview: Overview;
  readonly view: OverviewView;
  readonly change: Change;
  readonly shown: number;
}) {
  const words = useWords().overview;
  const isNarrowed = filterNames.some((name) => view[name] !== undefined);
  return (
    <fieldset className="toolbar">
      <legend className="visually-hidden">{words.filters}</legend>
      {filterNames.map((name) => (
        <FilterMenu key={name} name={name} overview={overview} view={view} change={change} />
      ))}
      {isNarrowed && (
        <Button
          weight="quiet"
          onClick={() => change({ track: undefined, group: undefined, status: undefined, unit: undefined })}
        >
          {words.clear}
        </Button>
      )}
      <span role="status" className="quiet">
        {words.shown(shown, overview.goals.length)}
      </span>
      <span className="toolbar-space" />
      <TableMenu view={view} change={change} />
      <OverviewExport overview={overview} />
    </fieldset>
  );
}

function FilterMenu({
  name,
  overview,
  view,
  change,
}: {
  readonly name: Filter;
  readonly overview: Overview;
  readonly view: OverviewView;
  readonly change: Change;
}) {
  const words = useWords().overview;
  const options = useOptions(overview)[name];
  if (options.length < 2) return null;
  const label = { track: words.track, group: words.targetGroup, status: words.status, unit: words.unit }[name];
  const ticked = view[name] ?? [];
  return (
    <Menu label={ticked.length === 0 ? label : `${label}: ${words.chosen(ticked.length)}`}>
      <MenuTicks
        label={label}
        ticked={ticked}
        options={options}
        onTick={(chosen) => change({ [name]: chosen.length === 0 ? undefined : chosen })}
      />
    </Menu>
  );
}

/** The values of each filter that some goal has, in the plan's order. */
function useOptions({ goals, tracks, targetGroups }: Overview) {
  const words = useWords().overview;
  const say = useSay();
  const labels: Readonly<Record<Filter, (value: string) => string>> = {
    track: (value) => labelIn(tracks.map(({ id, title }) => [id, say(title)]))(value),
    group: (value) =>
      value === "none" ? words.noGroup : labelIn(targetGroups.map(({ id, label }) => [id, say(label)]))(value),
    status: (value) =>
      value === "intention"
        ? words.intentionsOnly
        : labelIn(goals.map(({ verdict }) => [verdictKey(verdict), `${verdict.shape} ${say(verdict.word)}`]))(value),
    unit: (value) => (value === "none" ? words.noUnit : value),
  };
  const optionsOf = (name: Filter) =>
    [...new Set(goals.map(filters[name]))].map((value) => ({ value, label: labels[name](value) }));
  return {
    track: optionsOf("track"),
    group: optionsOf("group"),
    status: optionsOf("status"),
    unit: optionsOf("unit"),
  };
}

function labelIn(pairs: readonly (readonly [string, string])[]): (value: string) => string {
  const labels = new Map(pairs);
  return (value) => labels.get(value) ?? value;
}

function TableMenu({ view, change }: { readonly view: OverviewView; readonly change: Change }) {
  const words = useWords().overview;
  const isDense = view.rows === "dense";
  const toggle = () => change({ rows: isDense ? "airy" : "dense" });
  useKeys({ d: toggle });
  const hidden = view.hide ?? [];
  return (
    <Menu label={words.columns}>
      <MenuTicks
        label={words.columns}
        ticked={columns.filter((column) => !hidden.includes(column))}
        options={columns.map((value) => ({ value, label: words.headings[value] }))}
        onTick={(ticked) => change({ hide: columns.filter((column) => !ticked.includes(column)) })}
      />
      <MenuTicks
        label={words.rows}
        ticked={isDense ? ["dense"] : []}
        options={[{ value: "dense", label: words.dense }]}
        onTick={toggle}
      />
    </Menu>
  );
}

function OverviewExport({ overview: { plan } }: { readonly overview: Overview }) {
  const language = useLanguage();
  const mayExport = useMay("export-figures");
  const query = { ...readBasis(useSearch({ strict: false })), language };
  return (
    <ExportMenu
      addressOf={
        mayExport
          ? (format) =>
              addressOf<typeof exportOverview>("/api/plans/:plan/overview.:format", {
                params: { plan: plan.id, format },
                query,
              })
          : undefined
      }
    />
  );
}
