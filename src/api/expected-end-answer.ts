import type { z } from "zod";
import { formatDay } from "#core/calendar/day.ts";
import type { MissingReason } from "#core/figures/figure.ts";
import type { ExpectedEnd, ExpectedEnds } from "#core/forecast/expected-end/expected-end.ts";
import { type Move, moveParts } from "#core/forecast/moved/moved.ts";
import { movePartWords } from "#core/forecast/moved/words.ts";
import type { Text } from "#core/text/text.ts";
import type { expectedEndsSchema, movedSchema } from "./forecast.ts";

type Missing = { readonly missing: MissingReason };

/** Why a figure moved, as data. */
export function movedJson(
  moved: (Move & { readonly says: Text }) | Missing,
  unit: "full-time-persons" | "persons",
): z.input<typeof movedSchema> {
  if ("missing" in moved) return { missing: moved.missing };
  const { before, after, change, parts, says } = moved;
  return {
    ...{ before, after, change, unit, says },
    parts: moveParts.map((part) => ({ part, label: movePartWords[part], change: parts[part] })),
  };
}

type ToldEnd = ExpectedEnd & { readonly says?: Text; readonly basis?: Text };
type Told = Omit<ExpectedEnds, "groups"> & { readonly groups: readonly ToldEnd[]; readonly about: Text };
type Answer = Exclude<z.input<typeof expectedEndsSchema>, Missing>;

/** When spells of groups are expected to end, as data. */
export function expectedEndsJson(told: Told | Missing): z.input<typeof expectedEndsSchema> {
  if ("missing" in told) return { missing: told.missing };
  const { asOf, about, groups, calibration } = told;
  const rows = calibration?.rows.filter(({ benefit }) => benefit === undefined);
  return {
    ...{ asOf: formatDay(asOf), about, groups: groups.map(groupJson) },
    ...(rows && {
      calibration: rows.map(({ weeks, persons, expected, observed }) => ({ weeks, persons, expected, observed })),
    }),
  };
}

function groupJson(one: ToldEnd): Answer["groups"][number] {
  const { group, now, says, basis } = one;
  const { benefit, duration, age } = group;
  const shared = { benefit, duration, age, now, ...(says && { says }), ...(basis && { basis }) };
  if ("missing" in one) return { ...shared, missing: one.missing };
  const { weeks, after, still, next } = one.course;
  return {
    ...shared,
    ...{ after, still, next: next.map((share) => ({ ...share })) },
    ...(weeks.half !== undefined && { weeks: weeks.half }),
  };
}
