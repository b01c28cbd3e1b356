import { fill, type Text, verbatim } from "../text/text.ts";
import { codesOf } from "../vocabulary/dimension.ts";
import { listsOfColumn, type Vocabulary } from "../vocabulary/vocabulary.ts";
import { type Formula, type ParameterValues, substituted } from "./formula.ts";

/**
 * A formula in words, with the values of its parameters: what is counted, and of whom.
 *
 * @example sayFormula({ measure: "persons-with", table: "offers" }, {}, vocabulary).da // "Personer med mindst én dag i tilbud i perioden"
 */
export function sayFormula(formula: Formula, parameters: ParameterValues, vocabulary: Vocabulary): Text {
  const options = readOptions(formula, parameters, vocabulary);
  const { what } = options;
  const phrase = Object.hasOwn(phrases, formula.measure) ? phrases[formula.measure] : undefined;
  const said = phrase === undefined ? verbatim(formula.measure) : fill(phrase(options), { ...options.words, ...what });
  return capital(clauses(options).reduce((words, clause) => fill(clause, { words }), said));
}

/** The options of a formula by name: the word that is written, or none. */
type Options = {
  readonly table: string;
  readonly text: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
  /** Conditions in words, joined by «or». */
  readonly where: Text | undefined;
  readonly conditions: (name: string) => Text | undefined;
  readonly statuses: Text;
  /** Every option that is a word, for the `{names}` of a phrase. */
  readonly words: Readonly<Record<string, string>>;
  readonly what: Readonly<Record<string, Text>>;
};

function readOptions(formula: Formula, parameters: ParameterValues, vocabulary: Vocabulary): Options {
  const ready = new Map(Object.entries(formula).map(([key, value]) => [key, substituted(value, parameters)]));
  const text = (name: string) => {
    const value = ready.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const table = text("table") ?? "";
  const filters = recordsOf(ready.get("where")).map((where) => sayWhere(where, table, vocabulary));
  const statuses = text("status")?.split("+") ?? [];
  const rows = Object.hasOwn(rowWords, table) ? rowWords[table] : undefined;
  return {
    table,
    text,
    has: (name) => ready.has(name),
    where: either(filters),
    conditions: (name) => either(recordsOf(ready.get(name)).map((one) => sayCondition(one, vocabulary))),
    statuses: either(statuses.map((code) => labelOf("status", code, table, vocabulary))) ?? verbatim(""),
    words: Object.fromEntries([...ready].flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : []))),
    what: {
      days: rows?.days ?? verbatim(table),
      rows: rows?.rows ?? verbatim(table),
      units: text("of") === "courses" ? { da: "tilbudsforløb", en: "courses" } : { da: "forløb", en: "spells" },
    },
  };
}

type Phrase = (options: Options) => Text;

/** What is counted, by measure. */
const phrases: Readonly<Record<string, Phrase>> = {
  "time-on": ({ text }) => {
    const days = text("weight") === "days" ? plainDays : weighedDays;
    return text("count") === "days" ? days.sum : days.mean;
  },
  "persons-with": () => ({
    da: "personer med mindst én dag {days} i perioden",
    en: "persons with at least one day {days} in the period",
  }),
  "on-day": ({ text }) => onDay[text("count") === "weeks" ? "weeks" : text("count") === "units" ? "units" : "persons"],
  begun: () => ({ da: "{units}, der begynder i perioden", en: "{units} that begin in the period" }),
  ended: ({ text }) =>
    text("count") === "weeks"
      ? {
          da: "uger, som de {units} varede, der slutter i perioden",
          en: "weeks that the {units} ending in the period lasted",
        }
      : { da: "{units}, der slutter i perioden", en: "{units} that end in the period" },
  "status-after": ({ has }) =>
    has("everyone")
      ? {
          da: "alle {units}, der sluttede i perioden, undtagen dem, hvor personen er død eller flyttet",
          en: "all {units} that ended in the period, except where the person has died or moved away",
        }
      : { da: "{units}, der sluttede i perioden", en: "{units} that ended in the period" },
  events: ({ text }) => sums[text("count") ?? ""] ?? { da: "{rows} i perioden", en: "{rows} in the period" },
  "events-per": () => ({ da: "{rows} i perioden", en: "{rows} in the period" }),
  "share-of-persons": () => ({
    da: "personer med mindst én dag {days} i perioden",
    en: "persons with at least one day {days} in the period",
  }),
  companies: companies,
  "share-of-companies": (options) => {
    const having = options.text("having") === "contact" ? contact : cooperation;
    return fill(
      { da: "{companies} og {having}", en: "{companies} and {having}" },
      { companies: companies(options), having },
    );
  },
  cohort: () => programme,
  risen: ({ has, text }) => {
    const measured = text("compare") === "hours" ? hours : scores;
    return has("everyone") ? measured.all : measured.risen;
  },
  timely: ({ has }) =>
    has("everyone")
      ? {
          da: "personer, hvis samtaler skulle holdes i perioden",
          en: "persons whose conversations fell due in the period",
        }
      : {
          da: "personer, hvis samtaler i perioden alle blev holdt i tide",
          en: "persons whose conversations of the period were all held in time",
        },
  "mean-score": () => ({
    da: "gennemsnittet af svarene, hver fra 0 (laveste) til 1 (højeste)",
    en: "the mean of the answers, each from 0 (lowest) to 1 (highest)",
  }),
  answered: ({ text }) => {
    if (text("count") === "workdays")
      return {
        da: "medianen af arbejdsdage fra henvendelse til svar",
        en: "the median of working days from inquiry to answer",
      };
    if (text("count") === "due")
      return { da: "henvendelser, der skulle være besvaret i perioden", en: "inquiries that fell due in the period" };
    return {
      da: "henvendelser besvaret inden {workdays} arbejdsdage",
      en: "inquiries answered within {workdays} working days",
    };
  },
  population: ({ text }) => {
    const counted =
      text("count") === "labour_force" ? "labour_force" : text("count") === "employed" ? "employed" : "all";
    const who = population[counted];
    return text("age") === undefined ? who : { da: `${who.da} i alderen {age}`, en: `${who.en} aged {age}` };
  },
};

const weighedDays = {
  mean: {
    da: "dage {days} ganget med graden, delt med periodens dage",
    en: "days {days} times their degree, divided by the days of the period",
  },
  sum: { da: "dage {days} ganget med graden", en: "days {days} times their degree" },
};
const plainDays = {
  mean: { da: "dage {days}, delt med periodens dage", en: "days {days}, divided by the days of the period" },
  sum: { da: "dage {days}", en: "days {days}" },
};
const onDay = {
  persons: { da: "personer {days} på periodens sidste dag", en: "persons {days} on the last day of the period" },
  units: { da: "{units}, der kører på periodens sidste dag", en: "{units} running on the last day of the period" },
  weeks: {
    da: "uger, som de {units} har varet, der kører på periodens sidste dag",
    en: "weeks that the {units} running on the last day of the period have lasted",
  },
};
/** The columns that events are added up by, else they are counted. */
const sums: Readonly<Record<string, Text>> = {
  amount: { da: "kroner i alt i periodens {rows}", en: "kroner in all of the {rows} of the period" },
  positions: { da: "stillinger i periodens {rows}", en: "positions in the {rows} of the period" },
};
const contact = { da: "mindst én kontakt", en: "at least one contact" };
const cooperation = {
  da: "mindst ét af de samarbejder, der tæller",
  en: "at least one of the cooperations that count",
};
const programme = {
  da: "personer, hvis program begyndte {years} år før",
  en: "persons whose programme began {years} years before",
};
const hours = {
  all: {
    da: "personer med kendte timer første og sidste dag",
    en: "persons whose hours on the first and last day are known",
  },
  risen: {
    da: "personer, hvis timer om ugen steg fra første til sidste dag",
    en: "persons whose weekly hours rose from the first to the last day",
  },
};
const scores = {
  all: { da: "personer med mindst to målinger i perioden", en: "persons with at least two scores in the period" },
  risen: {
    da: "personer, hvis sidste måling er højere end den første",
    en: "persons whose last score exceeds the first",
  },
};
const population = {
  all: { da: "befolkningen", en: "the population" },
  employed: { da: "beskæftigede", en: "the employed" },
  labour_force: { da: "arbejdsstyrken", en: "the labour force" },
};

function companies({ text }: Options): Text {
  const base =
    text("above") === undefined
      ? { da: "virksomheder med mindst {employees} ansatte", en: "companies with at least {employees} employees" }
      : { da: "virksomheder med mere end {above} ansatte", en: "companies with more than {above} employees" };
  if (text("months") === undefined) return base;
  return { da: `${base.da} inden for {months} måneder`, en: `${base.en} within {months} months` };
}

/** What narrows a count, each around the words so far. */
function clauses(options: Options): Text[] {
  const only = { da: "{words}; kun {of}", en: "{words}; only {of}" };
  const narrowed = options.where === undefined ? [] : [fill(only, { of: options.where })];
  const conditions = (["while", "unless", "having"] as const).flatMap((name) => {
    const condition = options.conditions(name);
    return condition === undefined ? [] : [fill(conditionWords[name], { of: condition })];
  });
  const rest = Object.entries(optionClauses).flatMap(([name, clause]) =>
    options.has(name) ? [fill(clause, { ...options.words, statuses: options.statuses })] : [],
  );
  return [...narrowed, ...conditions, ...rest];
}

const conditionWords = {
  while: {
    da: "{words}; kun dage, hvor personen også er {of}",
    en: "{words}; only days on which the person is also {of}",
  },
  unless: { da: "{words}; ikke dage, hvor personen er {of}", en: "{words}; not days on which the person is {of}" },
  having: { da: "{words}; kun dem {of}", en: "{words}; only those {of}" },
} as const;

const optionClauses: Readonly<Record<string, Text>> = {
  long: { da: "{words}; kun langvarigt, som parametrene siger", en: "{words}; only long-term, as the parameters say" },
  beyond: { da: "{words}; kun over {beyond} dage inde", en: "{words}; only more than {beyond} days in" },
  firstIn: { da: "{words}; kun den første i hvert forløb", en: "{words}; only the first of each spell" },
  status: { da: "{words}; hvor personen derefter er: {statuses}", en: "{words}; where the person is then: {statuses}" },
  once: { da: "{words}; en persons dag tæller højst én gang", en: "{words}; a person’s day counts at most once" },
  jobs: { da: "{words}; ansættelse i fleksjob tæller med", en: "{words}; employment in a flex job included" },
  orEmployed: {
    da: "{words}; hvor den mangler, beskæftigede plus ledige",
    en: "{words}; where it is lacking, employed plus unemployed",
  },
};

/** A day in a table, and its rows, in words. */
const rowWords: Readonly<Record<string, { readonly days: Text; readonly rows: Text }>> = {
  benefits: { days: { da: "på ydelsen", en: "on the benefit" }, rows: { da: "ydelsesforløb", en: "benefit spells" } },
  offers: { days: { da: "i tilbud", en: "in an offer" }, rows: { da: "tilbud", en: "offers" } },
  employment: { days: { da: "i job", en: "in work" }, rows: { da: "ansættelser", en: "employments" } },
  programmes: { days: { da: "i programmet", en: "in the programme" }, rows: { da: "programmer", en: "programmes" } },
  conversations: {
    days: { da: "med samtale", en: "with a conversation" },
    rows: { da: "samtaler", en: "conversations" },
  },
  recoveries: {
    days: { da: "med raskmelding", en: "with a recovery" },
    rows: { da: "raskmeldinger", en: "recoveries" },
  },
  sanctions: { days: { da: "med sanktion", en: "with a sanction" }, rows: { da: "sanktioner", en: "sanctions" } },
  cvs: { days: { da: "med godkendt CV", en: "with an approved CV" }, rows: { da: "CV’er", en: "CVs" } },
  job_orders: { days: { da: "med jobordre", en: "with a job order" }, rows: { da: "jobordrer", en: "job orders" } },
  referrals: { days: { da: "med henvisning", en: "with a referral" }, rows: { da: "henvisninger", en: "referrals" } },
  costs: { days: { da: "med udgift", en: "with a cost" }, rows: { da: "udgifter", en: "costs" } },
  company_contacts: { days: { da: "med kontakt", en: "with a contact" }, rows: { da: "kontakter", en: "contacts" } },
  survey_answers: { days: { da: "med svar", en: "with an answer" }, rows: { da: "svar", en: "answers" } },
};

function sayCondition(condition: Readonly<Record<string, unknown>>, vocabulary: Vocabulary): Text {
  const table = typeof condition.table === "string" ? condition.table : "";
  const days = Object.hasOwn(rowWords, table) ? rowWords[table].days : verbatim(table);
  const where = either(recordsOf(condition.where).map((one) => sayWhere(one, table, vocabulary)));
  return where === undefined ? days : fill({ da: "{days} ({where})", en: "{days} ({where})" }, { days, where });
}

function sayWhere(where: Readonly<Record<string, unknown>>, table: string, vocabulary: Vocabulary): Text {
  const named = Object.entries(where).filter(([name]) => name !== "hours_per_week");
  const parts = named.map(
    ([name, codes]) =>
      either(codesOf(String(codes)).map((code) => labelOf(name, code, table, vocabulary))) ?? verbatim(""),
  );
  return joined(parts, { da: " + ", en: " + " });
}

/** What a code of a filter is called: as a group of benefits, a dimension's code, or one of a column of the table. */
function labelOf(name: string, code: string, table: string, vocabulary: Vocabulary): Text {
  const { lists, dimensions } = vocabulary;
  const group = name === "group" ? lists.get("benefit")?.groups[code] : undefined;
  const list = lists.get(dimensions.get(name)?.list ?? "");
  const own = [list, ...listsOfColumn(vocabulary, `${table}.${name}`)].flatMap((one) => one?.terms.get(code) ?? []);
  return group ?? own.at(0)?.label ?? verbatim(code);
}

function recordsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all
    .filter((one) => typeof one === "object" && one !== null)
    .map((one) => Object.fromEntries(Object.entries(one)));
}

function either(all: readonly Text[]): Text | undefined {
  return all.length === 0 ? undefined : joined(all, { da: " eller ", en: " or " });
}

function joined(all: readonly Text[], by: Text): Text {
  return { da: all.map(({ da }) => da).join(by.da), en: all.map(({ en }) => en).join(by.en) };
}

function capital({ da, en }: Text): Text {
  const raised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
  return { da: raised(da), en: raised(en) };
}
