import { writeNumber } from "#core/figures/write.ts";
import type { Language } from "#core/text/text.ts";

/**
 * How much files hold, in the unit that suits.
 *
 * @example writtenBytes(2_500_000, "da") // "2,5 MB"
 */
export function writtenBytes(bytes: number, language: Language): string {
  const [unit, size] = units.find(([, least]) => bytes >= least) ?? ["kB", 1000];
  return `${writeNumber(bytes / size, { language, decimals: bytes < 10 * size ? 1 : 0 })} ${unit}`;
}

const units = [
  ["GB", 1_000_000_000],
  ["MB", 1_000_000],
] as const;
