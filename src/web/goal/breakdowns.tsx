import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { isDrawn, type Line } from "#charts/state.ts";
import { addMonths, formatDay, parseDay } from "#core/calendar/day.ts";
import { missingWords } from "#core/figures/figure.ts";
import { unitWords } from "#core/figures/unit.ts";
import type { Basis, GoalPart } from "../answers.ts";
import { sourceOfRegister } from "../frame/registers.ts";
import { useMay } from "../frame/use-may.ts";
import type { Explored, Indicator, Vocabulary } from "../indicators/answers.ts";
import { ExploredFigure } from "../indicators/explored-figure.tsx";
import { linesOf } from "../indicators/explored-lines.ts";
import { figuresQuery, indicatorQuery, vocabularyQuery } from "../indicators/queries.ts";
import { codeInWords, whereInWords } from "../indicators/where-words.ts";
import { useIndicatorWords } from "../indicators/words.ts";
import type { ChartForm } from "../parts/chart-form.ts";
import { Problem } from "../parts/problem.tsx";
import { Segments } from "../parts/segments.tsx";
import { PageShape } from "../parts/shape.tsx";
import { isAbsent } from "../parts/written.ts";
import { useLanguage, useSay, useWords } from "../text/language.tsx";
import { readGoalView } from "./view.ts";

const route = getRouteApi("/plans/$plan/goals/$goal");

/** What figures stand on, where that is a register. */
type OnRegister = Basis & Required<Pick<Basis, "register">>;

/** How many months the small courses go back, the last included. */
const MONTHS = 36;

/** Who the figure of a part is made of: a small chart for each group, all on one scale. */
export function Breakdowns({ part, basis }: { readonly part: GoalPart; readonly basis: Basis }) {
  const words = useWords().goal;
  const mayExplore = useMay("explore-register");
  const indicator = useQuery({
    ...indicatorQuery(part.indicator ?? ""),
    enabled: mayExplore && part.indicator !== undefined,
  }).data;
  if (indicator === undefined || !indicator.computed) return null;
  const dimensions = indicator.dimensions
    .filter(({ id }) => canSplit(id, part.where?.[id]))
    .toSorted((a, b) => rankOf(a.id) - rankOf(b.id));
  if (dimensions.length === 0) return null;
  return (
    <section>
      <h2>{words.breakdowns}</h2>
      {basis.register === undefined ? (
        <p className="quiet">{words.needsRegister}</p>
      ) : (
        <Breakdown part={part} basis={{ ...basis, register: basis.register }} {...{ indicator, dimensions }} />
      )}
    </section>
  );
}

/** A figure that is narrowed to one code of a dimension has nothing to tell of it; to an age, it has its bands. */
function canSplit(dimension: string, narrowedTo: string | undefined): boolean {
  return narrowedTo === undefined || narrowedTo.includes("+") || dimension === "age";
}

/** What is asked for first; the rest stand as the indicator has them. */
const first = ["age", "sex", "duration", "unit"];

function rankOf(dimension: string): number {
  const at = first.indexOf(dimension);
  return at < 0 ? first.length : at;
}

function Breakdown({
  part,
  basis,
  indicator,
  dimensions,
}: {
  readonly part: GoalPart;
  readonly basis: OnRegister;
  readonly indicator: Indicator;
  readonly dimensions: Indicator["dimensions"];
}) {
  const words = useWords().goal;
  const say = useSay();
  const navigate = route.useNavigate();
  const { by: wanted, groups } = readGoalView(route.useSearch());
  const by = (dimensions.find(({ id }) => id === wanted) ?? dimensions[0]).id;
  const found = useQuery({
    ...figuresQuery(indicator.id, askedOf(part, basis, by)),
    // Figures of another dimension would stand under the wrong name.
    placeholderData: (before, query) => (isBy(query?.queryKey, by) ? keepPreviousData(before) : undefined),
  });
  return (
    <div className="stack">
      <Segments
        label={words.breakDownBy}
        options={dimensions.map(({ id, label }) => ({ value: id, label: say(label) }))}
        chosen={by}
        onChoose={(chosen) =>
          navigate({ search: (old) => ({ ...old, by: chosen }), replace: true, resetScroll: false })
        }
      />
      {found.isPending ? (
        <PageShape rows={4} />
      ) : found.isError ? (
        <Problem error={found.error} retry={() => found.refetch()} />
      ) : (
        <Groups
          {...{ part, basis, by, indicator }}
          explored={found.data}
          form={groups}
          onForm={(form) =>
            navigate({
              search: (old) => ({ ...old, ...readGoalView({ groups: form }) }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      )}
    </div>
  );
}

function isBy(key: readonly unknown[] | undefined, by: string): boolean {
  const asked = key?.[2];
  return typeof asked === "object" && asked !== null && Reflect.get(asked, "by") === by;
}

/** The part's own question, broken down, for the last three years before the day the status is of. */
function askedOf({ where = {}, parameters = {}, areas }: GoalPart, { asOf, register }: OnRegister, by: string) {
  const last = asOf < register.to ? asOf : register.to;
  const pairs = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([key, value]) => `${key}:${value}`);
  return {
    ...{ register: register.id, by, asOf, unit: "month" as const },
    from: formatDay(addMonths(parseDay(`${last.slice(0, 7)}-01`), 1 - MONTHS)).slice(0, 7),
    to: last.slice(0, 7),
    where: pairs({ ...where, municipality: areas.join("+") }).join(","),
    parameters: pairs(parameters).join(","),
  };
}

function Groups({
  part,
  basis,
  by,
  indicator,
  explored: { rows, unit, addsUp },
  form,
  onForm,
}: {
  readonly part: GoalPart;
  readonly basis: OnRegister;
  readonly by: string;
  readonly indicator: Indicator;
  readonly explored: Explored;
  readonly form: ChartForm | undefined;
  readonly onForm: (form: ChartForm) => void;
}) {
  const words = useIndicatorWords().exploring;
  const { goal } = useWords();
  const language = useLanguage();
  const say = useSay();
  const vocabulary = useQuery(vocabularyQuery).data;
  const lines = useMemo(() => groupsOf(rows, by, vocabulary, say), [rows, by, vocabulary, say]);
  if (lines.length === 0)
    return (
      <div className="empty">
        <p className="small-title">{words.noFigures}</p>
        <p>{words.why(missingWords[reasonIn(rows) ?? "no-data"][language])}</p>
      </div>
    );
  const withheld = rows.filter(({ figure }) => isAbsent(figure) && figure.missing === "withheld").length;
  const label = say(indicator.dimensions.find(({ id }) => id === by)?.label ?? { da: by, en: by });
  const filter = whereInWords(part.where ?? {}, vocabulary, say);
  const name = say(indicator.name);
  const unitName = unitWords[unit].name[language];
  const subtitle = [name, ...(name.toLowerCase() === unitName.toLowerCase() ? [] : [unitName]), filter, goal.by(label)]
    .filter((one) => one !== "")
    .join(" · ");
  return (
    <ExploredFigure
      {...{ lines, unit, subtitle, onForm }}
      form={form ?? (lines.length > 1 ? "groups" : undefined)}
      addsUp={addsUp.includes(by)}
      about={{
        definition: `${name}: ${say(indicator.definition)}`,
        sources: [sourceOfRegister(basis.register, basis.asOf)],
      }}
      notes={[
        ...(withheld > 0 ? [words.withheld(withheld)] : []),
        ...(addsUp.includes(by) ? [] : [words.notSum(label)]),
      ]}
    />
  );
}

function reasonIn(rows: Explored["rows"]) {
  return rows.map(({ figure }) => (isAbsent(figure) ? figure.missing : undefined)).find((one) => one !== undefined);
}

/** Dimensions whose groups have an order of their own. */
const ordered: ReadonlySet<string> = new Set(["age", "duration"]);

/** A course for each group, from the first month that any of them has a figure of. */
function groupsOf(
  rows: Explored["rows"],
  by: string,
  vocabulary: Vocabulary | undefined,
  say: ReturnType<typeof useSay>,
): Line[] {
  const first = rows.find(({ figure }) => !isAbsent(figure))?.period;
  const own = rows.filter(({ period, codes }) => first !== undefined && period >= first && codes[by] !== undefined);
  const lines = linesOf(own, (codes) => codeInWords(by, codes[by], vocabulary, say)).filter(isAnybody);
  return ordered.has(by)
    ? lines.toSorted((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }))
    : lines;
}

/** A group nobody was ever in says nothing. */
function isAnybody({ points }: Line): boolean {
  return points.some((point) => !isDrawn(point) || point.value !== 0);
}
