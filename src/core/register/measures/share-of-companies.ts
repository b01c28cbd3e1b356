import { z } from "zod";
import { dayOf, findDay, isDay, parseDay, partsOf } from "../../calendar/day.ts";
import { type Company, companiesOf, companyBase, daysLookedAt, entityOf } from "../reading/company-base.ts";
import type { OwnKind } from "../reading/dimensions.ts";
import { findRows, getColumn, type Reading } from "../reading/reading.ts";
import { add, sorted, startList } from "../stretches/list.ts";
import { companyNeed, lookBack, windowDays } from "./companies.ts";
import type { Asked, Measure, Need } from "./measure.ts";
import { words } from "./options.ts";

/** The companies of the period with a cooperation in it, or a contact since a day. Each counts once. */
const spec = companyBase.extend({
  measure: z.literal("share-of-companies"),
  having: z.enum(["cooperation", "contact"]),
  /** Whom a cooperation is with where that is not asked: the municipality itself, others, or any. */
  party: z.enum(["egen", "andre", "alle"]).default("alle"),
  /** The cooperations that count. */
  kinds: words.default([]),
  /** The day from which contacts count: a date, or the first of the `year` that the period ends in. */
  since: z
    .string()
    .refine((word) => word === "year" || findDay(word) !== undefined, "year eller / or 2020-01-01")
    .default("year"),
});
type Spec = z.output<typeof spec>;

export const shareOfCompanies: Measure<typeof spec> = {
  spec,
  table: () => "companies",
  needs: (of) => [companyNeed(of.months), of.having === "cooperation" ? cooperationNeed(of) : contactNeed(of)],
  count: (reading, of, asked) => {
    const having = of.having === "cooperation" ? cooperationsOf(reading, of, asked) : contactsOf(reading, of, asked);
    const list = startList();
    const companiesIn = companiesOf(reading, of);
    for (const w of reading.windows.periods.keys()) {
      const [from, to] = daysLookedAt(reading, w, of.months);
      const kindsOf = having(from, to);
      for (const company of companiesIn(from, to))
        for (const kind of kindsOf(company)) {
          const [begin, end] = windowDays(reading, w);
          const at = add(list, company.id, begin, end, 1, company.row, company.place);
          list.kind[at] = kind;
        }
    }
    return { stretches: sorted(list), value: "persons", own: ownKinds(reading, of) };
  },
};

const parties = ["", "egen", "andre", "alle"];
/** A kind holds the party of a cooperation, and times this what cooperation it was. */
const PARTIES = parties.length;

function ownKinds({ register: { dictionaries } }: Reading, { having }: Spec): OwnKind[] {
  if (having === "contact")
    return [{ dimension: "contact", words: dictionaries["contact-kind"].words, codeOf: (kind) => kind }];
  return [
    { dimension: "party", words: parties, codeOf: (kind) => kind % PARTIES },
    {
      dimension: "cooperation",
      words: dictionaries["cooperation-kind"].words,
      codeOf: (kind) => Math.floor(kind / PARTIES),
    },
  ];
}

type KindsOf = (from: number, to: number) => (company: Company) => Iterable<number>;

/** The kinds of cooperation of each company that touch some days: with its own municipality, with others, with any. */
function cooperationsOf(reading: Reading, of: Spec, asked: Asked): KindsOf {
  if (findRows(reading, "cooperations") === undefined) return () => () => [];
  const column = (name: string) => getColumn(reading, "cooperations", name);
  const [units, kinds, from, to, places] = ["p_number", "kind", "from", "to", "municipality"].map(column);
  const codes = reading.register.dictionaries["cooperation-kind"].words;
  const entities = Array.from(units, entityOf(reading, of));
  const wanted = [...entities.keys()].filter((row) => of.kinds.includes(codes[kinds[row]]));
  return (first, end) => {
    const held = wanted.filter((row) => from[row] < end && to[row] > first);
    const found = Map.groupBy(held, (row) => entities[row]);
    return ({ id, place }) =>
      new Set(
        (found.get(id) ?? []).flatMap((row) => {
          const kind = asked.has("cooperation") ? PARTIES * kinds[row] : 0;
          const party = places[row] === place ? "egen" : "andre";
          const told = asked.has("party")
            ? [party, "alle"]
            : of.party === party || of.party === "alle"
              ? [of.party]
              : [];
          return told.map((one) => kind + parties.indexOf(one));
        }),
      );
  };
}

/** The kinds of contact that each company has had since a day. */
function contactsOf(reading: Reading, of: Spec, asked: Asked): KindsOf {
  if (findRows(reading, "company_contacts") === undefined) return () => () => [];
  const column = (name: string) => getColumn(reading, "company_contacts", name);
  const [units, kinds, dates] = ["p_number", "kind", "date"].map(column);
  const entity = entityOf(reading, of);
  return (_, end) => {
    const found = new Map<number, Set<number>>();
    const first = firstContactDay(of, end);
    for (const [row, unit] of units.entries())
      if (dates[row] >= first && dates[row] < end)
        found.set(entity(unit), (found.get(entity(unit)) ?? new Set()).add(asked.has("contact") ? kinds[row] : 0));
    return ({ id }) => found.get(id) ?? [];
  };
}

function firstContactDay({ since }: Spec, end: number): number {
  if (since !== "year") return parseDay(since);
  const last = end - 1;
  return isDay(last) ? dayOf(partsOf(last).year, 1, 1) : last;
}

function cooperationNeed({ months }: Spec): Need {
  return { table: "cooperations", from: (period) => lookBack(period, months), to: (period) => period.to };
}

function contactNeed(of: Spec): Need {
  return { table: "company_contacts", from: (period) => firstContactDay(of, period.to), to: (period) => period.to };
}
