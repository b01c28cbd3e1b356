import { type Day, sayDay } from "../../calendar/day.ts";
import { type Period, sayInPeriod, sayPeriod } from "../../calendar/period.ts";
import type { Figure, Missing } from "../../figures/figure.ts";
import { type FigureStyle, writeFigure } from "../../figures/write.ts";
import type { Language, Text } from "../../text/text.ts";
import type { Demand } from "../targets/demand.ts";

export function figureText(figure: Figure | Missing): Text {
  return { da: writeFigure(figure, "da"), en: writeFigure(figure, "en") };
}

/** From one figure to another of the same unit, which is said once: `mellem 2.729 og 2.758 fuldtidspersoner`. */
export function rangeText(low: number, high: number, unit: Figure["unit"], style: FigureStyle = {}): Text {
  const from = (language: Language) => writeFigure({ value: low, unit }, language, { bare: true, ...style });
  const to = (language: Language) => writeFigure({ value: high, unit }, language, style);
  return { da: `mellem ${from("da")} og ${to("da")}`, en: `between ${from("en")} and ${to("en")}` };
}

/** A figure with the decimals it takes to tell it from the ends of a demand: 553,3 beside at most 553, never 553. */
export function figureBeside(figure: Figure, demand: Demand | undefined): Text {
  if (demand === undefined) return figureText(figure);
  const { low, high, unit } = demand;
  const others = [low, high].filter((end) => Number.isFinite(end) && end !== figure.value);
  const looksLikeAnother = (decimals: number | undefined) => {
    const style = { bare: true, ...(decimals !== undefined && { decimals }) };
    const shown = (value: Figure) => writeFigure(value, "da", style).replace(/,0+(?!\d)/, "");
    return others.some((value) => shown({ value, unit }) === shown(figure));
  };
  const decimals = [undefined, 1, 2, 3].find((one) => !looksLikeAnother(one));
  const style = decimals === undefined ? {} : { decimals };
  return { da: writeFigure(figure, "da", style), en: writeFigure(figure, "en", style) };
}

/** How large a difference is, with the decimals it takes not to look like none: 0,02, never 0,0. */
export function sizeText(size: Figure): Text {
  return figureBeside(size, { low: 0, high: 0, unit: size.unit, strict: false });
}

export function dayText(day: Day): Text {
  return { da: sayDay(day, "da"), en: sayDay(day, "en") };
}

export function periodText(period: Period): Text {
  return { da: sayPeriod(period, "da"), en: sayPeriod(period, "en") };
}

/** When a figure was so: `i 2018`, `ultimo 2018`. */
export function whenText(period: Period): Text {
  return { da: sayInPeriod(period, "da"), en: sayInPeriod(period, "en") };
}

/**
 * What a demand asks, in words: `højst 3.400 fuldtidspersoner`, `mellem 300 og 320`; of an end with a few decimals, all:
 * what is exactly 1.000 is `mellem 999,5 og 1.000,5`.
 */
export function demandText({ low, high, unit, strict }: Demand): Text {
  const ends = [low, high].filter(Number.isFinite);
  const decimals = [undefined, 1, 2].find((some) => ends.every((value) => isWhole({ value, unit }, some)));
  const style = decimals === undefined ? {} : { decimals };
  const figure = (value: number) => ({
    da: writeFigure({ value, unit }, "da", style),
    en: writeFigure({ value, unit }, "en", style),
  });
  if (low === Number.NEGATIVE_INFINITY) return both(strict ? ["under", "below"] : ["højst", "at most"], figure(high));
  if (high === Number.POSITIVE_INFINITY) return both(strict ? ["over", "above"] : ["mindst", "at least"], figure(low));
  return rangeText(low, high, unit, style);
}

/** Whether so many decimals say all of a figure. */
function isWhole(figure: Figure, decimals: number | undefined): boolean {
  const shown = (some: number | undefined) => {
    const written = writeFigure(figure, "da", { bare: true, ...(some !== undefined && { decimals: some }) });
    return written.replace(/(,\d*?)0+(?!\d)/, "$1").replace(/,(?!\d)/, "");
  };
  return shown(decimals) === shown(6);
}

function both([da, en]: readonly [string, string], text: Text): Text {
  return { da: `${da} ${text.da}`, en: `${en} ${text.en}` };
}
