import { type Dialect, findNumber } from "#core/figures/read-number.ts";

/** How the numbers of a column are written, or the cell that can be read in two ways. */
export type Dialects = { readonly dialect: Dialect } | { readonly ambiguous: string };

/**
 * Settles how a column writes its numbers by looking at all of it: `1.234` alone is a thousand in Danish and a little
 * over one in English, but one `9,08` or `12.345,6` beside it tells. Where several cells can be read both ways and
 * none tells, the column is refused. Cells that are no number in either way settle nothing.
 *
 * @example dialectOf(["1.234", "9,08"]) // { dialect: "da" }
 * @example dialectOf(["1.234", "2.345"]) // { ambiguous: "1.234" }
 */
export function dialectOf(cells: Iterable<string>): Dialects {
  let danish = false;
  let english = false;
  let ambiguous: string | undefined;
  for (const cell of cells) {
    const da = findNumber(cell, "da");
    const en = findNumber(cell, "en");
    if (da !== undefined && en === undefined) danish = true;
    else if (en !== undefined && da === undefined) english = true;
    else if (da !== undefined && en !== undefined && da.value !== en.value) ambiguous ??= cell;
  }
  if (danish && english) return { dialect: "da" };
  if (danish || english) return { dialect: danish ? "da" : "en" };
  return ambiguous === undefined ? { dialect: "da" } : { ambiguous };
}

/** A number without the per cent sign and the spaces that set off thousands. */
export function bareNumber(cell: string): string {
  return cell.replace(/ ?(%|pct\.?)$/, "").replaceAll(/(?<=\d)[\u00a0\u202f ](?=\d{3})/g, "");
}
