import type { Unit } from "#core/figures/unit.ts";
import { writeFigure } from "#core/figures/write.ts";
import type { Language } from "#core/text/text.ts";

/** Units that are kept as parts of one and written as per cent. */
const perCent: ReadonlySet<Unit> = new Set(["share", "share-points"]);

/**
 * A limit as it is read, to the last decimal that was set.
 *
 * @example limitInWords(0.0125, "share", "da") // "1,25 %"
 */
export function limitInWords(value: number, unit: Unit, language: Language): string {
  const [, fraction = ""] = String(shown(value, unit)).split(".");
  return writeFigure({ value, unit }, language, { decimals: fraction.length });
}

/** A limit as it is kept, of what somebody wrote in Danish or English; undefined of what is no number. */
export function readLimit(text: string, unit: Unit): number | undefined {
  if (!/^\d+([.,]\d+)?$/.test(text)) return undefined;
  const value = Number(text.replace(",", "."));
  return perCent.has(unit) ? Number((value / 100).toFixed(8)) : value;
}

function shown(value: number, unit: Unit): number {
  return perCent.has(unit) ? Number((value * 100).toFixed(6)) : value;
}
