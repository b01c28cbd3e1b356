import { BrokenInput, type Fault } from "../faults/fault.ts";
import { nearest } from "../text/nearest.ts";
import type { Text } from "../text/text.ts";

/** What a figure counts or measures. `share` and `share-points` are kept as 0-1 and become per cent when shown. */
export const units = [
  "persons",
  "full-time-persons",
  "companies",
  "DKK",
  "share",
  "share-points",
  "hours",
  "days",
  "weeks",
  "months",
  "years",
  "count",
  "rank",
] as const;
export type Unit = (typeof units)[number];

/** How a unit is named in a heading, and how one and several of it are written, `{n}` being the number. */
export type UnitWords = { readonly name: Text; readonly one: Text; readonly many: Text };

function words(name: readonly [string, string], one: readonly [string, string], many: readonly [string, string]) {
  const text = ([da, en]: readonly [string, string]): Text => ({ da, en });
  return { name: text(name), one: text(one), many: text(many) };
}

export const unitWords: Readonly<Record<Unit, UnitWords>> = {
  persons: words(["personer", "persons"], ["{n} person", "{n} person"], ["{n} personer", "{n} persons"]),
  "full-time-persons": words(
    ["fuldtidspersoner", "full-time persons"],
    ["{n} fuldtidsperson", "{n} full-time person"],
    ["{n} fuldtidspersoner", "{n} full-time persons"],
  ),
  companies: words(
    ["virksomheder", "companies"],
    ["{n} virksomhed", "{n} company"],
    ["{n} virksomheder", "{n} companies"],
  ),
  DKK: words(["kroner", "DKK"], ["{n} kr.", "DKK {n}"], ["{n} kr.", "DKK {n}"]),
  share: words(["procent", "per cent"], ["{n} %", "{n}%"], ["{n} %", "{n}%"]),
  "share-points": words(
    ["procentpoint", "percentage points"],
    ["{n} procentpoint", "{n} percentage point"],
    ["{n} procentpoint", "{n} percentage points"],
  ),
  hours: words(["timer", "hours"], ["{n} time", "{n} hour"], ["{n} timer", "{n} hours"]),
  days: words(["dage", "days"], ["{n} dag", "{n} day"], ["{n} dage", "{n} days"]),
  weeks: words(["uger", "weeks"], ["{n} uge", "{n} week"], ["{n} uger", "{n} weeks"]),
  months: words(["måneder", "months"], ["{n} måned", "{n} month"], ["{n} måneder", "{n} months"]),
  years: words(["år", "years"], ["{n} år", "{n} year"], ["{n} år", "{n} years"]),
  count: words(["antal", "number"], ["{n}", "{n}"], ["{n}", "{n}"]),
  rank: words(["placering", "rank"], ["nr. {n}", "no. {n}"], ["nr. {n}", "no. {n}"]),
};

/** A unit as printed: the number before it counts in tens to the `exponent`, −2 for per cent and 6 for `mio. kr.` */
export type PrintedUnit = { readonly unit: Unit; readonly exponent: number };

/** The printed words of each unit, in lower case without full stops. */
const printedWords: readonly (readonly [Unit, number, string])[] = [
  ["full-time-persons", 0, "fuldtidsperson | fuldtidspersoner | helårsperson | helårspersoner | fuldtidsforsørgede"],
  ["full-time-persons", 0, "fuldtidsforsørgere | fuldtidsmodtagere | full-time person | full-time persons"],
  ["persons", 0, "person | personer | borger | borgere | ung | unge | voksne | kvinder | mænd | ældre | flygtning"],
  ["persons", 0, "flygtninge | indvandrere | familiesammenførte | deltagere | kandidater | ledig | ledige"],
  ["persons", 0, "langtidsledige | sygemeldte | jobparate | aktivitetsparate | jobklare | uddannelsesparate"],
  ["persons", 0, "ufaglærte | faglærte | fleksjobvisiterede | selvforsørgende | medarbejdere | ansatte"],
  ["persons", 0, "beskæftigede | ansøgere | henviste | persons | people | citizens"],
  ["companies", 0, "virksomhed | virksomheder | arbejdsgivere | arbejdspladser | company | companies"],
  ["DKK", 0, "kr | kroner | krone | dkk"],
  ["DKK", 3, "tkr | t kr | tusind kr | tusind kroner"],
  ["DKK", 6, "mio kr | mio kroner | million kroner | millioner kroner | millioner kr | mio dkk | million dkk"],
  ["DKK", 9, "mia kr | mia kroner | milliard kroner | milliarder kroner | milliarder kr | mia dkk | billion dkk"],
  ["share", -2, "% | pct | procent | per cent | percent"],
  ["share", -3, "‰ | promille"],
  ["share-points", -2, "procentpoint | procent-point | %-point | % point | pctpoint | pct point | pct-point | pp"],
  ["share-points", -2, "percentage point | percentage points"],
  ["hours", 0, "time | timer | hour | hours"],
  ["days", 0, "dag | dage | day | days"],
  ["weeks", 0, "uge | uger | ugers | week | weeks"],
  ["months", 0, "måned | måneder | måneders | month | months"],
  ["years", 0, "år | års | year | years"],
  ["count", 0, "antal | stk | gang | gange | forløb | job | jobs | jobåbninger | stillinger | sager | rekruttering"],
  ["count", 0, "rekrutteringer | samtale | samtaler | møde | møder | besøg | kontakter | aftale | aftaler | tilbud"],
  ["count", 0, "kurser | hold | pladser | jobordrer | ordrer | arrangementer | praktikker | sanktioner"],
  ["count", 0, "raskmeldinger | henvisninger | ansættelser | times | familier | kommune | kommuner | jobcenter"],
  ["count", 0, "jobcentre | a-kasser | mål | spor | satser"],
  ["rank", 0, "plads | placering | nr | no"],
];

const byWords = new Map(
  printedWords.flatMap(([unit, exponent, all]) =>
    all.split(" | ").map((word): [string, PrintedUnit] => [word, { unit, exponent }]),
  ),
);

/** What a compound counts is told by its last link: `sygedagpengemodtagere` are persons, `praktikforløb` a count. */
const lastLinks: readonly (readonly [Unit, RegExp])[] = [
  ["persons", /^[a-zæøå]+(modtagere?|dimittender|ledige|borgere)$/],
  ["companies", /^[a-zæøå]+virksomheder$/],
  [
    "count",
    /^[a-zæøå]+(forløb|jobs?|samtaler?|møder?|besøg|aftaler?|pladser|praktikker|rekrutteringer|stillinger|kommuner)$/,
  ],
];

/**
 * The unit that printed words stand for, with or without full stops and capitals; undefined when they stand for none.
 *
 * @example findUnit("mio. kr.") // { unit: "DKK", exponent: 6 }
 */
export function findUnit(printed: string): PrintedUnit | undefined {
  const plain = printed.toLowerCase().replaceAll(".", "").replaceAll(/\s+/g, " ").trim();
  return findNoun(plain) ?? findNoun(plain.replace(adjectives, ""));
}

/** Words that say which persons or companies, and end in -e in the plural: `jobparate kontanthjælpsmodtagere`. */
const adjectives = /^(?:[a-zæøå]+e )+/;

function findNoun(plain: string): PrintedUnit | undefined {
  const known = byWords.get(plain);
  if (known !== undefined) return known;
  const link = lastLinks.find(([, form]) => form.test(plain));
  return link && { unit: link[0], exponent: 0 };
}

/** As `findUnit`. @throws BrokenInput unknown-unit, with the nearest known words */
export function parseUnit(printed: string): PrintedUnit {
  const unit = findUnit(printed);
  if (unit === undefined) throw new BrokenInput([unknownUnit(printed)]);
  return unit;
}

/** The fault of a unit nobody knows. */
export function unknownUnit(printed: string): Fault {
  const near = nearest(printed, byWords.keys());
  const hint =
    near === undefined
      ? {
          da: "Skriv fx personer, fuldtidspersoner, virksomheder, kr., %, procentpoint, uger eller forløb.",
          en: "Write for example personer, fuldtidspersoner, virksomheder, kr., %, procentpoint, uger or forløb.",
        }
      : { da: `Mente du «${near}»?`, en: `Did you mean «${near}»?` };
  return { code: "unknown-unit", place: {}, parameters: { value: printed, hint } };
}
