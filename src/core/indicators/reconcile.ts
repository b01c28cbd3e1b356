import { z } from "zod";
import type { Period } from "../calendar/period.ts";
import { type Figure, isMissing, type Missing } from "../figures/figure.ts";
import { day, flag, id, text } from "../format/scalars.ts";
import type { Text } from "../text/text.ts";
import type { Observation, Series } from "./series.ts";

const cause = z.strictObject({
  id,
  says: text,
  indicators: z.array(id).optional(),
  /** Tables of the source, as `RAS200`. */
  sources: z.array(z.string()).optional(),
  from: day.optional(),
  to: day.optional(),
  /** Only differences up to this share. */
  within: z
    .string()
    .regex(/^\d+(\.\d+)? %$/, "en procent som 0.5 % / a per cent as 0.5 %")
    .transform((written) => Number(written.slice(0, -2)) / 100)
    .optional(),
  /** Only the newest period. */
  newest: flag.default(false),
  /** Only registers that are simulated. */
  simulated: flag.default(false),
});

/** The file of known causes why own and published figures differ. */
export const causeFile = z.strictObject({ causes: z.array(cause) });
export type Cause = z.output<typeof cause>;

/** An own figure beside the published one of the same indicator, area and period. */
export type Reconciled = {
  readonly indicator: string;
  readonly published: Pick<Series, "id" | "owner" | "table" | "vintage">;
  readonly area: string;
  readonly period: Period;
  readonly own: Figure | Missing;
  readonly theirs: Figure;
  /** Own minus published, in the unit of the figures and as a share of the published one. */
  readonly difference: { readonly number: Figure; readonly share: Figure | Missing } | undefined;
  /** The known causes that can lie behind it. */
  readonly causes: readonly Text[];
};

/** Lays an own series beside a published one of the same indicator, period by period in an area. */
export function reconcile(
  own: Series,
  published: Series,
  area: string,
  causes: readonly Cause[],
  simulated: boolean,
): Reconciled[] {
  const theirs = published.observations.filter((one) => one.area === area && one.status === "actual");
  const newest = Math.max(...own.observations.map(({ period }) => period.to));
  return theirs.flatMap(({ period, value }) => {
    const mine = own.observations.find((one) => one.area === area && sameDays(one, period));
    if (mine === undefined || isMissing(value) || isOutside(mine.value)) return [];
    const difference = isMissing(mine.value) ? undefined : differenceOf(mine.value, value);
    const { id: series, owner, table, vintage } = published;
    return [
      {
        indicator: own.indicator,
        published: { id: series, owner, table, vintage },
        area,
        period,
        own: mine.value,
        theirs: value,
        difference,
        causes: causes
          .filter((one) => holds(one, { own, published, period, difference, newest: period.to === newest, simulated }))
          .map(({ says }) => says),
      },
    ];
  });
}

/** Whether the register says nothing of a period, because it lies before or after what it covers. */
function isOutside(own: Figure | Missing): boolean {
  return isMissing(own) && (own.missing === "outside-coverage" || own.missing === "not-yet-published");
}

function sameDays({ period }: Observation, other: Period): boolean {
  return period.from === other.from && period.to === other.to;
}

function differenceOf(own: Figure, theirs: Figure): Reconciled["difference"] {
  const unit = own.unit === "share" ? "share-points" : own.unit;
  const number: Figure = { value: own.value - theirs.value, unit };
  if (theirs.value === 0) return { number, share: { missing: "division-by-zero" } };
  return { number, share: { value: own.value / theirs.value - 1, unit: "share" } };
}

type Case = {
  readonly own: Series;
  readonly published: Series;
  readonly period: Period;
  readonly difference: Reconciled["difference"];
  readonly newest: boolean;
  readonly simulated: boolean;
};

/** Whether a cause can lie behind a difference; nothing lies behind none. */
function holds({ indicators, sources, from, to, within, newest, simulated }: Cause, one: Case): boolean {
  if (one.difference === undefined || one.difference.number.value === 0) return false;
  const { share } = one.difference;
  return (
    (indicators === undefined || indicators.includes(one.own.indicator)) &&
    (sources === undefined || sources.includes(one.published.table ?? "")) &&
    (from === undefined || one.period.to > from) &&
    (to === undefined || one.period.from <= to) &&
    (within === undefined || (!isMissing(share) && Math.abs(share.value) <= within)) &&
    (!newest || one.newest) &&
    (!simulated || one.simulated)
  );
}
