import type { Unit } from "../../figures/unit.ts";
import type { Text } from "../../text/text.ts";
import type { Parameters } from "./parameters.ts";

export type ParameterName = keyof Parameters;

/** What a municipality may set it to, and what it is called and for. */
type ParameterRow = {
  readonly label: Text;
  readonly says: Text;
  readonly unit: Unit;
  readonly low: number;
  readonly high: number;
};

/** The limits and thresholds that a municipality can set from a day on. */
export const parameterTable: Readonly<Record<ParameterName, ParameterRow>> = {
  countBand: {
    label: { da: "Bånd om antal", en: "Band around counts" },
    says: {
      da: "Den sædvanlige revision af antal, som andel af det seneste niveau: inden for den er et mål i risiko.",
      en: "The ordinary revision of counts, as a share of the latest level: within it a goal is at risk.",
    },
    ...{ unit: "share", low: 0, high: 0.2 },
  },
  shareBand: {
    label: { da: "Bånd om andele", en: "Band around shares" },
    says: {
      da: "Den sædvanlige revision af andele, i procentpoint: inden for den er et mål i risiko.",
      en: "The ordinary revision of shares, in points: within it a goal is at risk.",
    },
    ...{ unit: "share-points", low: 0, high: 0.2 },
  },
  smallestGroup: {
    label: { da: "Mindste gruppe", en: "Smallest group" },
    says: {
      da: "Hvor mange personer et tal mindst skal stå for, før det bedømmes eller vises.",
      en: "How many persons a figure must at least stand for to be judged or shown.",
    },
    ...{ unit: "persons", low: 3, high: 100 },
  },
  finalAfterMonths: {
    label: { da: "Endelige efter", en: "Final after" },
    says: {
      da: "Måneder efter en periode, til kommunens egne tal regnes for endelige.",
      en: "Months after a period until the municipality's own figures are taken as final.",
    },
    ...{ unit: "months", low: 0, high: 24 },
  },
  onCourseChance: {
    label: { da: "På vej fra", en: "On course from" },
    says: {
      da: "Hvor sandsynligt det mindst skal være, at et mål nås, før det er på vej.",
      en: "How likely it must at least be that a goal is met for it to be on course.",
    },
    ...{ unit: "share", low: 0.5, high: 0.99 },
  },
  offCourseChance: {
    label: { da: "Ikke på vej under", en: "Off course below" },
    says: {
      da: "Hvor usandsynligt det skal være, at et mål nås, før det ikke er på vej.",
      en: "How unlikely it must be that a goal is met for it to be off course.",
    },
    ...{ unit: "share", low: 0.01, high: 0.5 },
  },
};

/** Whether a word is a limit or threshold that can be set. */
export function isParameter(word: string): word is ParameterName {
  return Object.hasOwn(parameterTable, word);
}
