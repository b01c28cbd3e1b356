import { z } from "zod";
import { findPeriod } from "../../calendar/period.ts";
import { ageBandWords } from "../reading/ages.ts";
import { findRows, type Reading } from "../reading/reading.ts";
import { add, type Stretches, startList } from "../stretches/list.ts";
import type { Asked, Measure } from "./measure.ts";
import { flagWord } from "./options.ts";

/** Inhabitants, or the employed or the labour force among them, as table `populations` gives them for the very period. */
const spec = z.strictObject({
  measure: z.literal("population"),
  count: z.enum(["population", "employed", "labour_force"]).default("population"),
  /** Where a register knows no labour force: the employed, to whom the unemployed of the numerator are added. */
  orEmployed: flagWord,
  /** The ages that count where none are asked for: `16-66`. */
  age: z.string().optional(),
});

export const population: Measure<typeof spec> = {
  spec,
  table: () => "populations",
  needs: () => [],
  count: (reading, { count, orEmployed, age }, asked) => {
    const fallsBack = orEmployed && !isKnown(reading, count);
    const ages = age === undefined || asked.has("age") ? asked : new Map(asked).set("age", age);
    return {
      stretches: populationOf(reading, fallsBack ? "employed" : count, ages),
      value: "sum",
      narrowed: ["age"],
      own: [{ dimension: "age", words: ageBandWords, codeOf: (kind) => kind }],
      plusNumerator: fallsBack,
    };
  },
};

type Amount = "population" | "employed" | "labour_force";

function isKnown(reading: Reading, amount: Amount): boolean {
  const rows = findRows(reading, "populations");
  return rows?.columns[amount].some((one) => !Number.isNaN(one)) ?? false;
}

type Group = { readonly row: number; readonly from: number; readonly to: number };

/** For each window, municipality and sex asked for: the rows that make up the ages asked for, on the first day. */
function populationOf(reading: Reading, count: Amount, asked: Asked): Stretches {
  const list = startList();
  const rows = findRows(reading, "populations");
  if (rows === undefined) return list;
  const { municipality, period, age_from, age_to, sex, [count]: amounts } = rows.columns;
  const { words } = reading.register.dictionaries.period;
  const spans = words.map((word) => findPeriod(word));
  for (const [w, window] of reading.windows.periods.entries()) {
    const groups = new Map<number, Map<number, Group[]>>();
    for (let row = 0; row < rows.count; row++) {
      const span = spans[period[row]];
      if (span?.from !== window.from || span.to !== window.to || Number.isNaN(amounts[row])) continue;
      const sexes = groups.get(municipality[row]) ?? new Map<number, Group[]>();
      groups.set(municipality[row], sexes);
      sexes.set(sex[row], [...(sexes.get(sex[row]) ?? []), { row, from: age_from[row], to: age_to[row] }]);
    }
    const day = reading.windows.bounds[w];
    for (const [place, sexes] of groups)
      for (const own of sexesAsked(sexes, asked))
        for (const [kind, tiles] of agesAsked(own, asked))
          for (const { row } of tiles) {
            // Each row stands for itself, so that where there is none can be told from where nobody lives.
            const at = add(list, row + 1, day, day + 1, amounts[row], row, place);
            list.kind[at] = kind;
          }
  }
  return list;
}

/** The rows of both sexes together where there are any and no sex is asked for, else those of each sex. */
function sexesAsked(sexes: ReadonlyMap<number, Group[]>, asked: Asked): Group[][] {
  const together = sexes.get(0);
  if (together !== undefined && !asked.has("sex")) return [together];
  return [...sexes].filter(([sex]) => sex !== 0).map(([, own]) => own);
}

/** The rows that tile each band, or the ages asked for, with the code of the band; nothing where they do not. */
function agesAsked(own: readonly Group[], asked: Asked): [number, Group[]][] {
  if (!asked.has("age")) return [[0, tile(own, Math.min(...own.map(({ from }) => from)), Number.POSITIVE_INFINITY)]];
  const wanted = asked.get("age")?.split("+");
  if (wanted !== undefined) return wanted.map((range) => [0, tile(own, ...boundsOf(range))]);
  return ageBandWords.slice(1).map((range, k) => [k + 1, tile(own, ...boundsOf(range))]);
}

function boundsOf(range: string): [number, number] {
  const [from, to] = range.split("-");
  return [from === "" ? 0 : Number(from), to === "" ? Number.POSITIVE_INFINITY : Number(to)];
}

/** Age groups that follow each other from one age to another, the widest where there is a choice; none if they do not. */
function tile(own: readonly Group[], from: number, to: number): Group[] {
  const last = to === Number.POSITIVE_INFINITY ? Math.max(...own.map((group) => group.to)) : to;
  const tiles: Group[] = [];
  for (let age = from; age <= last; ) {
    const next = own
      .filter((group) => group.from === age && group.to <= last)
      .toSorted((a, b) => b.to - a.to)
      .at(0);
    if (next === undefined) return [];
    tiles.push(next);
    age = next.to + 1;
  }
  return tiles;
}
