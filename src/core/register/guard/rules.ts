import { formatDay } from "../../calendar/day.ts";
import type { Text } from "../../text/text.ts";
import type { Comparison, TableCounts } from "./comparison.ts";

/** What a rule found: so many of so many, and of what. */
export type Measured = { readonly count: number; readonly of: number; readonly what?: string };

/** One thing the guard looks at; its words may use {share}, {count}, {of} and {what}. */
export type Rule<T> = { readonly measure: (seen: T) => readonly Measured[]; readonly says: Text };

const whether = (isSo: boolean, what = ""): Measured[] => (isSo ? [{ count: 1, of: 1, what }] : []);

/** What is looked at in every delivery. */
export const deliveryRules = {
  "rows-rejected": {
    measure: (tables) => tables.map(({ table, rowsIn, rejected }) => ({ count: rejected, of: rowsIn, what: table })),
    says: {
      da: "{share} af rækkerne i {what} kan ikke bruges ({count} af {of}).",
      en: "{share} of the rows of {what} cannot be used ({count} of {of}).",
    },
  },
  "rows-repeated": {
    measure: (tables) =>
      tables.map(({ table, rowsIn, duplicates }) => ({ count: duplicates, of: rowsIn, what: table })),
    says: {
      da: "{share} af rækkerne i {what} gentager en anden ({count} af {of}).",
      en: "{share} of the rows of {what} repeat another one ({count} of {of}).",
    },
  },
} as const satisfies Readonly<Record<string, Rule<readonly TableCounts[]>>>;

/** What is looked at when there is a former snapshot to compare with. */
export const comparisonRules = {
  "other-key": {
    measure: ({ keys }) => whether(keys.before !== keys.after),
    says: {
      da: "Pseudonymerne er lavet med en anden nøgle end sidst: ingen person kan genkendes.",
      en: "The pseudonyms were made with another key than last time: no person can be recognised.",
    },
  },
  "extracted-earlier": {
    measure: ({ before, after }) => whether(after.extracted < before.extracted, formatDay(after.extracted)),
    says: {
      da: "Leveringen er trukket {what}, før den forrige.",
      en: "The delivery was extracted on {what}, before the former one.",
    },
  },
  "extracted-same-day": {
    measure: ({ before, after }) => whether(after.extracted === before.extracted, formatDay(after.extracted)),
    says: {
      da: "Leveringen er trukket samme dag som den forrige, {what}, men siger noget andet.",
      en: "The delivery was extracted on the same day as the former one, {what}, but says something else.",
    },
  },
  "nothing-in-common": {
    measure: ({ benefits }) => whether(benefits === undefined),
    says: {
      da: "De to leveringer dækker ingen dage tilfælles.",
      en: "The two deliveries cover no days in common.",
    },
  },
  "table-missing": {
    measure: ({ missing }) => missing.flatMap((table) => whether(true, table)),
    says: {
      da: "Tabellen {what}, som var der sidst, mangler.",
      en: "The table {what}, which was there last time, is missing.",
    },
  },
  "coverage-lost": {
    measure: ({ coverageLost }) => coverageLost.map(({ table, days }) => ({ count: days, of: 1, what: table })),
    says: {
      da: "{what} dækker {count} dage mindre tilbage i tiden end sidst.",
      en: "{what} covers {count} days less of the past than last time.",
    },
  },
  "newest-rows-missing": {
    measure: ({ sinceLastRow: { before, after } }) => [{ count: Math.max(0, after - before), of: 1 }],
    says: {
      da: "Den seneste ydelse begynder {count} dage længere før udtrækket end sidst: er de nyeste rækker med?",
      en: "The latest benefit begins {count} days longer before the extraction than last time: are the newest rows there?",
    },
  },
  "persons-vanished": {
    measure: ({ benefits }) => (benefits ? [{ count: benefits.persons.vanished, of: benefits.persons.before }] : []),
    says: {
      da: "{share} af personerne er væk ({count} af {of}).",
      en: "{share} of the persons are gone ({count} of {of}).",
    },
  },
  "persons-appeared": {
    measure: ({ benefits }) => (benefits ? [{ count: benefits.persons.appeared, of: benefits.persons.after }] : []),
    says: {
      da: "{share} af personerne i den periode, der var kendt, er nye ({count} af {of}).",
      en: "{share} of the persons of the time already known are new ({count} of {of}).",
    },
  },
  "days-vanished": {
    measure: ({ benefits }) => {
      if (benefits === undefined) return [];
      const { before, common } = benefits.settled;
      return [{ count: Math.max(0, before - common), of: before }];
    },
    says: {
      da: "{share} af de ydelsesdage, der lå fast, er væk ({count} af {of}).",
      en: "{share} of the benefit days that were settled are gone ({count} of {of}).",
    },
  },
  "days-appeared": {
    measure: ({ benefits }) => {
      if (benefits === undefined) return [];
      const { after, common } = benefits.settled;
      return [{ count: Math.max(0, after - common), of: after }];
    },
    says: {
      da: "{share} af ydelsesdagene i den periode, der lå fast, er nye ({count} af {of}).",
      en: "{share} of the benefit days of the time that was settled are new ({count} of {of}).",
    },
  },
  "degrees-changed": {
    measure: ({ benefits }) => (benefits ? [{ count: benefits.settled.otherDegree, of: benefits.settled.common }] : []),
    says: {
      da: "{share} af ydelsesdagene har fået en anden grad ({count} af {of}).",
      en: "{share} of the benefit days have another degree ({count} of {of}).",
    },
  },
  "payers-changed": {
    measure: ({ benefits }) => (benefits ? [{ count: benefits.settled.otherPayer, of: benefits.settled.common }] : []),
    says: {
      da: "{share} af ydelsesdagene har fået en anden betalende kommune ({count} af {of}).",
      en: "{share} of the benefit days are paid by another municipality ({count} of {of}).",
    },
  },
  "recent-days-vanished": {
    measure: ({ benefits }) => {
      if (benefits === undefined) return [];
      const { before, common } = benefits.recent;
      return [{ count: Math.max(0, before - common), of: before }];
    },
    says: {
      da: "{share} af de seneste ydelsesdage fra sidst er væk ({count} af {of}).",
      en: "{share} of the latest benefit days of last time are gone ({count} of {of}).",
    },
  },
  "recent-days-appeared": {
    measure: ({ benefits }) => {
      if (benefits === undefined) return [];
      const { after, common } = benefits.recent;
      return [{ count: Math.max(0, after - common), of: after }];
    },
    says: {
      da: "{share} af de seneste ydelsesdage i den periode, der var kendt, er nye ({count} af {of}).",
      en: "{share} of the latest benefit days of the time already known are new ({count} of {of}).",
    },
  },
  "stock-changed": {
    measure: ({ stocks, months }) =>
      stocks.map(({ benefit, before, after }) => ({
        count: Math.abs(after - before),
        of: Math.max(1, before) * months,
        what: `${benefit} ${before} → ${after}`,
      })),
    says: {
      da: "Bestanden er ændret mere, end en måned plejer: {what}.",
      en: "The stock has changed more than a month usually changes it: {what}.",
    },
  },
  "rows-vanished": {
    measure: ({ tables }) =>
      tables.map(({ table, before, matched }) => ({ count: before - matched, of: before, what: table })),
    says: {
      da: "{share} af rækkerne i {what} er væk ({count} af {of}).",
      en: "{share} of the rows of {what} are gone ({count} of {of}).",
    },
  },
  "rows-appeared": {
    measure: ({ tables }) =>
      tables
        .filter(({ isDated }) => isDated)
        .map(({ table, after, matched }) => ({ count: after - matched, of: after, what: table })),
    says: {
      da: "{share} af rækkerne i {what} fra den periode, der lå fast, er nye ({count} af {of}).",
      en: "{share} of the rows of {what} from the time that was settled are new ({count} of {of}).",
    },
  },
  "cells-changed": {
    measure: ({ tables }) =>
      tables.flatMap(({ table, matched, changed }) =>
        [...changed].map(([column, count]) => ({ count, of: matched, what: `${table}.${column}` })),
      ),
    says: {
      da: "{what} siger noget andet end sidst i {share} af rækkerne ({count} af {of}).",
      en: "{what} says something else than last time in {share} of the rows ({count} of {of}).",
    },
  },
} as const satisfies Readonly<Record<string, Rule<Comparison>>>;
