import { parseMonth } from "#core/calendar/month.ts";
import type { PlainRow } from "#core/register/from-rows.ts";
import { type ReadRegister, readRegister } from "./read.ts";

/** A register in which engine and twin, or engine and kit, once disagreed, and what was wrong. */
type Found = {
  readonly was: string;
  readonly tables: Readonly<Record<string, readonly PlainRow[]>>;
  /** The day it is read as of; the day it was drawn where none is given. */
  readonly asOf?: string;
  /** The last day that a table covers, where it is not the day it was drawn. */
  readonly covers?: Readonly<Record<string, string>>;
};

const registers: readonly Found[] = [
  {
    was: "An offer inside a benefit was lost when the list of its parts grew.",
    tables: {
      benefits: [{ person_id: "a", benefit: "dagpenge", from: "2016-04-01", to: "2016-04-20", municipality: "165" }],
      offers: [{ offer_id: "o", person_id: "a", type: "virksomhedspraktik", from: "2016-04-06", to: "2016-04-15" }],
    },
  },
  {
    was: "Two offers on a day weighed by hours gave no number.",
    tables: {
      benefits: [{ person_id: "a", benefit: "dagpenge", from: "2016-04-01", to: "2016-04-20", municipality: "165" }],
      offers: [
        {
          offer_id: "o",
          person_id: "a",
          type: "virksomhedspraktik",
          from: "2016-04-06",
          to: "2016-04-15",
          hours_per_week: "10",
        },
        {
          offer_id: "p",
          person_id: "a",
          type: "loentilskud",
          from: "2016-04-10",
          to: "2016-04-25",
          hours_per_week: "37",
        },
      ],
    },
  },
  {
    was: "An offer weighed by hours counted twice on a day with two benefits.",
    tables: {
      benefits: [
        { person_id: "a", benefit: "dagpenge", from: "2016-04-01", to: "2016-04-20", municipality: "165" },
        { person_id: "a", benefit: "kontanthjaelp", from: "2016-04-01", to: "2016-04-20", municipality: "165" },
      ],
      offers: [
        {
          offer_id: "o",
          person_id: "a",
          type: "virksomhedspraktik",
          from: "2016-04-06",
          to: "2016-04-15",
          hours_per_week: "18.5",
        },
      ],
    },
  },
  {
    was: "Days of løntilskud were no kind of offer in a register whose offers are of other kinds.",
    tables: {
      benefits: [{ person_id: "a", benefit: "loentilskud", from: "2016-04-01", to: "2016-04-20", municipality: "165" }],
      offers: [{ offer_id: "o", person_id: "b", type: "virksomhedspraktik", from: "2016-04-06", to: "2016-04-15" }],
    },
  },
  {
    was: "Who was born on 29 February turned 65 on 1 March.",
    tables: {
      persons: [
        { person_id: "a", birth_date: "1952-02-29" },
        { person_id: "b", birth_date: "1951-02-28" },
      ],
      benefits: [
        { person_id: "a", benefit: "dagpenge", from: "2017-02-03", to: "2017-02-28", municipality: "165" },
        { person_id: "b", benefit: "dagpenge", from: "2016-02-03", to: "2016-02-28", municipality: "165" },
      ],
    },
  },
  {
    was: "A person was alive again after the death when an earlier residence ended later.",
    tables: {
      residence: [
        { person_id: "c", municipality: "851", from: "2015-11-01", to: "2016-04-21", end: "flyttet" },
        { person_id: "c", municipality: "183", from: "2016-01-01", to: "2016-01-01", end: "doed" },
      ],
      benefits: [
        { person_id: "c", benefit: "ledighedsydelse", from: "2016-01-31", to: "2016-02-04" },
        { person_id: "c", benefit: "ledighedsydelse", from: "2016-03-03", to: "2016-06-04", municipality: "183" },
      ],
      employment: [{ person_id: "c", from: "2016-04-30", to: "2016-09-20", hours_per_week: "20", kind: "ordinaer" }],
    },
  },
  {
    was: "Who moved away had not, when the person before had no residence at all.",
    // Persons are numbered as they are met: the benefits come first, so that a stands between two with a residence.
    tables: {
      benefits: [
        { person_id: "z", benefit: "dagpenge", from: "2016-03-01", to: "2016-03-31", municipality: "165" },
        { person_id: "a", benefit: "dagpenge", from: "2016-03-01", to: "2016-03-31", municipality: "165" },
        { person_id: "b", benefit: "dagpenge", from: "2016-03-01", to: "2016-03-31", municipality: "165" },
      ],
      residence: [
        { person_id: "z", municipality: "165", from: "2015-11-01" },
        { person_id: "b", municipality: "165", from: "2015-11-01", to: "2016-04-10" },
        { person_id: "b", municipality: "851", from: "2016-04-11" },
      ],
      employment: [{ person_id: "b", from: "2016-04-01", hours_per_week: "37" }],
    },
  },
  {
    was: "By scale, who rose in the eyes of one scorer had risen, however far the scores of another fell.",
    tables: {
      progression: [
        { person_id: "a", date: "2016-05-01", indicator: "mestring", score: "1" },
        { person_id: "a", date: "2016-05-20", indicator: "mestring", score: "2" },
        { person_id: "a", date: "2016-05-02", indicator: "mestring", score: "5", by: "borger" },
        { person_id: "a", date: "2016-05-29", indicator: "mestring", score: "2", by: "borger" },
      ],
    },
  },
  {
    was: "Two flex jobs on a day were two full-time persons.",
    tables: {
      benefits: [
        { person_id: "a", benefit: "ledighedsydelse", from: "2016-04-01", to: "2016-04-20", municipality: "165" },
      ],
      employment: [
        { person_id: "a", from: "2016-05-01", hours_per_week: "10", kind: "fleksjob" },
        { person_id: "a", from: "2016-05-11", hours_per_week: "8", kind: "fleksjob" },
      ],
    },
  },
  {
    was: "A company with two and a half employees had not more than two.",
    tables: {
      companies: [{ p_number: "p", municipality: "165", employees: "2.5" }],
      company_contacts: [{ contact_id: "k", p_number: "p", date: "2016-04-01", kind: "besoeg" }],
    },
  },
  {
    was: "Who had ended on sygedagpenge in the newest months had already gone somewhere a month later.",
    tables: {
      benefits: [
        { person_id: "a", benefit: "sygedagpenge", from: "2016-04-01", to: "2017-02-20", municipality: "165" },
        { person_id: "b", benefit: "sygedagpenge", from: "2016-04-01", to: "2017-03-20", municipality: "165" },
      ],
    },
    asOf: "2017-03-31",
  },
  {
    was: "People were self-supporting after a course on days that the benefits do not cover.",
    tables: {
      benefits: [{ person_id: "a", benefit: "dagpenge", from: "2016-04-01", to: "2017-01-31", municipality: "165" }],
      offers: [{ offer_id: "o", person_id: "a", type: "mentor", from: "2016-12-01", to: "2017-01-10" }],
    },
    covers: { benefits: "2017-01-31" },
  },
];

const span = { from: parseMonth("2016-01"), to: parseMonth("2017-03"), unit: "month" } as const;
const extracted = "2017-06-30";

/** The registers, read as of the day they were drawn. */
export const found: readonly ReadRegister[] = registers.map(
  ({ tables, asOf = extracted, covers: known = {} }, number) => {
    const covers = Object.fromEntries(
      Object.keys(tables).map((name) => [name, ["2010-01-01", known[name] ?? extracted] as const]),
    );
    return readRegister({ number, plain: { extracted, covers, tables }, asOf }, span);
  },
);
