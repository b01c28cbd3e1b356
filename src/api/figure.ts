import { formatDay } from "#core/calendar/day.ts";
import { type Figure, isMissing, type Missing } from "#core/figures/figure.ts";
import type { Printed } from "#core/figures/printed.ts";
import { writeFigure } from "#core/figures/write.ts";

/** A figure as data: never bare. `printed` is the text of the source, or the figure written in Danish. */
export function figureJson(figure: Figure | Missing) {
  if (isMissing(figure)) return { missing: figure.missing, ...(figure.period && { period: figure.period.id }) };
  const { value, unit, period, origin, printed } = figure;
  return {
    value,
    unit,
    printed: printed ?? writeFigure({ value, unit }, "da"),
    ...(period && { period: period.id }),
    ...(origin && {
      origin: {
        source: origin.source,
        ...(origin.table !== undefined && { table: origin.table }),
        ...(origin.fetched !== undefined && { fetched: formatDay(origin.fetched) }),
        ...(origin.preliminary && { preliminary: true }),
      },
    }),
  };
}

/** A printed figure of a plan as data; a range also has its upper end, a hedged one its word. */
export function printedJson({ value, unit, printed, upper, hedge }: Printed) {
  return { value, unit, printed, ...(upper !== undefined && { upper }), ...(hedge !== undefined && { hedge }) };
}
