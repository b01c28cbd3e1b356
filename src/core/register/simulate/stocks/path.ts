import { addToMonth, daysIn, type Month, monthOf } from "../../../calendar/month.ts";
import type { Period } from "../../../calendar/period.ts";
import type { Course } from "../parameters/scalars.ts";

/** A number for each of some months in a row. */
export type Path = { readonly from: Month; readonly values: Float64Array };

/** The number of a month; that of the first or last where the path does not reach. */
export function valueIn({ from, values }: Path, month: Month): number {
  return values[Math.min(values.length - 1, Math.max(0, month - from))];
}

/** The mean over the days of a period. */
export function meanOver(path: Path, { from, to }: Period): number {
  let [sum, days] = [0, 0];
  for (let month = monthOf(from); month < monthOf(to); month = addToMonth(month, 1)) {
    sum += valueIn(path, month) * daysIn(month);
    days += daysIn(month);
  }
  return sum / days;
}

/** Straight lines between the points of a course, level before the first and after the last. */
export function interpolate(course: Course, month: number): number {
  const after = course.findIndex(([at]) => at > month);
  if (after === 0) return course[0][1];
  if (after < 0) return course.at(-1)?.[1] ?? 1;
  const [[from, low], [to, high]] = [course[after - 1], course[after]];
  return low + ((high - low) * (month - from)) / (to - from);
}
