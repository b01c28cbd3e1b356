import type { Day } from "../../calendar/day.ts";
import { type Figure, isMissing } from "../../figures/figure.ts";
import type { Series } from "../../indicators/series.ts";
import type { Text } from "../../text/text.ts";
import type { Part } from "../format/goal.ts";
import type { Ground } from "./ground.ts";
import { type Proxied, seriesFor } from "./measure.ts";
import { latest } from "./values.ts";

/** A figure shown beside a goal that takes no part in its verdict: the country's, another area's, or a proxy's with the reason. */
export type Context = {
  readonly kind: "country" | "area" | "proxy";
  readonly series: string;
  readonly title: Text;
  readonly area: string;
  readonly figure: Figure;
  readonly why?: Text;
};

/** The code of the whole country. */
const country = "000";

/** What stands beside a part: the country, the other area of a gap or benchmark, and every proxy for its own areas. */
export function contextOf(
  part: Part,
  { series: all, indicators, asOf }: Ground,
  areas: readonly string[],
  proxies: readonly Proxied[],
): Context[] {
  const own = seriesFor(part, all, indicators);
  const beside =
    own === undefined
      ? []
      : comparisonAreas(part, areas).flatMap((area) =>
          figureOf(own, area, asOf, area === country ? "country" : "area"),
        );
  const resembling = proxies.flatMap(({ series, why }) =>
    [...areas, country].flatMap((area) => figureOf(series, area, asOf, "proxy").map((one) => ({ ...one, why }))),
  );
  return [...beside, ...resembling];
}

function comparisonAreas({ target }: Part, own: readonly string[]): string[] {
  const named =
    target?.kind === "gap" ? target.to.area : target?.kind === "benchmark" ? target.reference.area : undefined;
  const pooled = own.length > 1 ? own : [];
  return [...new Set([country, ...(named === undefined ? [] : [named]), ...pooled])].filter(
    (area) => own.length > 1 || !own.includes(area),
  );
}

function figureOf(series: Series, area: string, asOf: Day, kind: Context["kind"]): Context[] {
  const last = latest({ series, areas: [area], asOf });
  if (last === undefined || isMissing(last.value)) return [];
  const origin = { source: series.owner, table: series.table, fetched: series.fetched, ...last.value.origin };
  return [
    { kind, series: series.id, title: series.title, area, figure: { ...last.value, period: last.period, origin } },
  ];
}
