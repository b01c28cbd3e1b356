import { z } from "zod";
import type { Fault } from "../faults/fault.ts";
import { id, text, type Where } from "../format/scalars.ts";
import { didYouMean } from "../text/nearest.ts";
import { type CodeList, nearestTerm } from "./code-list.ts";

/** A way to break a figure down: by the codes of a list, or by values written freely in some form. */
export const dimension = z
  .strictObject({ id, label: text, list: id.optional(), form: z.enum(["age", "free"]).optional() })
  .refine((one) => (one.list === undefined) !== (one.form === undefined), {
    message: "enten list eller form / either list or form",
  });
export type Dimension = z.output<typeof dimension>;

/** A data file of dimensions. */
export const dimensionFile = z.strictObject({ dimensions: z.array(dimension) });

/** Whether a word is `16-64`, `30-` or `-29`: whole years, both ends included. */
function isAges(word: string): boolean {
  if (!/^(\d+-\d*|-\d+)$/.test(word)) return false;
  const [least, most] = word.split("-");
  return most === "" || Number(least) <= Number(most);
}

/** The codes that a filter lists for one dimension. */
export function codesOf(value: string): string[] {
  return value.split("+").map((part) => part.trim());
}

/**
 * What is wrong with a filter: dimensions nobody knows, or that the figure is not broken down by, and codes that the
 * dimension's list does not have. Nothing when it can be used.
 */
export function faultsOfWhere(
  where: Where,
  known: { readonly dimensions: ReadonlyMap<string, Dimension>; readonly lists: ReadonlyMap<string, CodeList> },
  allowed: readonly string[] = [...known.dimensions.keys()],
): Fault[] {
  return Object.entries(where).flatMap(([id, value]): Fault[] => {
    const dimension = allowed.includes(id) ? known.dimensions.get(id) : undefined;
    if (dimension === undefined) return [unknownDimension(id, allowed)];
    const list = dimension.list === undefined ? undefined : known.lists.get(dimension.list);
    return codesOf(value).flatMap((code) => faultsOfCode(code, dimension, list));
  });
}

function faultsOfCode(code: string, { form, label }: Dimension, list: CodeList | undefined): Fault[] {
  if (form === "age" && !isAges(code))
    return [
      {
        code: "invalid-value",
        place: {},
        parameters: { value: code, why: { da: "alder skrives 16-64, 30- eller -29", en: "write 16-64, 30- or -29" } },
      },
    ];
  if (list === undefined || list.terms.has(code)) return [];
  return [{ code: "unknown-code", place: {}, parameters: { value: code, list: label, hint: nearestTerm(list, code) } }];
}

function unknownDimension(id: string, allowed: readonly string[]): Fault {
  const all = allowed.join(", ");
  const hint = didYouMean(id, allowed, {
    da: `Der kan opdeles efter: ${all || "intet"}.`,
    en: `It can be broken down by: ${all || "nothing"}.`,
  });
  return {
    code: "unknown-reference",
    place: {},
    parameters: { kind: { da: "opdeling", en: "dimension" }, id, hint },
  };
}
