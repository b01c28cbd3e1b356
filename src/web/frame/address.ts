/**
 * The part of an address after `?`, as plain words: `?asOf=2018-09-30&status=at-risk,off-course`. Every state of a page is
 * there, so that a link shows a colleague the same.
 */
export type Search = Readonly<Record<string, unknown>>;

/** What every page of a plan is asked for: the day, and the register; the default of either is not written. */
export type BasisSearch = { readonly asOf?: string; readonly register?: string };

/**
 * Reads the words of an address.
 *
 * @example parseSearch("?asOf=2018-09-30") // { asOf: "2018-09-30" }
 */
export function parseSearch(search: string): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes the words of an address; what is undefined or empty is left out, several values stand with commas. */
export function writeSearch(search: Search): string {
  const written = Object.entries(search).flatMap(([key, value]): [string, string][] => {
    const words = Array.isArray(value) ? value.join(",") : value;
    return words === undefined || words === "" ? [] : [[key, String(words)]];
  });
  // Commas and colons may stand in a query as they are, and are easier on the eye so.
  const query = new URLSearchParams(written).toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return query === "" ? "" : `?${query}`;
}

/** A word of an address, if it is there. */
export function wordOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The values of a list in an address; undefined for none. */
export function listOf(value: unknown): readonly string[] | undefined {
  const all = Array.isArray(value) ? value : (wordOf(value)?.split(",") ?? []);
  const words = all.filter((one) => typeof one === "string" && one !== "");
  return words.length === 0 ? undefined : words;
}

/** One of the words that are allowed, else undefined. */
export function choiceOf<const Choice extends string>(value: unknown, choices: readonly Choice[]): Choice | undefined {
  return choices.find((one) => one === value);
}

/** Reads which day and register an address asks for. */
export function readBasis(search: Search): BasisSearch {
  const day = wordOf(search.asOf);
  const isDay = day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day);
  const register = wordOf(search.register);
  return { ...(isDay && { asOf: day }), ...(register !== undefined && { register }) };
}
