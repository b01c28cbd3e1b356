import { z } from "zod";
import { needsOfFilters } from "../reading/needs.ts";
import type { Reading } from "../reading/reading.ts";
import type { TableName } from "../schema.ts";
import { answered } from "./answered.ts";
import { begun } from "./begun.ts";
import { cohort } from "./cohort.ts";
import { companies } from "./companies.ts";
import { ended } from "./ended.ts";
import { events } from "./events.ts";
import { eventsPer } from "./events-per.ts";
import { meanScore } from "./mean-score.ts";
import type { Asked, Counted, Measure, Need } from "./measure.ts";
import { onDay } from "./on-day.ts";
import { personsWith } from "./persons-with.ts";
import { population } from "./population.ts";
import { risen } from "./risen.ts";
import { shareOfCompanies } from "./share-of-companies.ts";
import { shareOfPersons } from "./share-of-persons.ts";
import { statusAfterMeasure } from "./status-after.ts";
import { timeOn } from "./time-on.ts";
import { timely } from "./timely.ts";

/** A measure with what an indicator says of it: ready to count. */
export type ReadyMeasure = {
  /** What it is and what was said of it: two of the same name find the same. */
  readonly name: string;
  readonly forAllWindows: boolean;
  readonly table: TableName;
  readonly needs: (asked: Asked) => readonly Need[];
  readonly count: (reading: Reading, asked: Asked) => Counted;
};

/** A measure as it is made; the name is given by whoever knows what was written. */
export type UnnamedMeasure = Omit<ReadyMeasure, "name">;

function ready<S extends z.ZodType>({ spec, forAllWindows, table, needs, count }: Measure<S>) {
  return spec.transform((given): UnnamedMeasure => {
    const filters = filtered.safeParse(given).data?.where ?? [];
    return {
      forAllWindows: forAllWindows ?? false,
      table: table(given),
      needs: (asked) => {
        const own = needs(given, asked);
        return [...own, ...needsOfFilters(table(given), filters, own)];
      },
      count: (reading, asked) => count(reading, given, asked),
    };
  });
}

const filtered = z.object({ where: z.array(z.record(z.string(), z.string())) });

/** Every way to count, by its name. A new one is a file here, a row here and its twin in `test/twin`. */
export const measures = {
  "time-on": ready(timeOn),
  "persons-with": ready(personsWith),
  "on-day": ready(onDay),
  begun: ready(begun),
  ended: ready(ended),
  "status-after": ready(statusAfterMeasure),
  events: ready(events),
  "events-per": ready(eventsPer),
  "share-of-persons": ready(shareOfPersons),
  companies: ready(companies),
  "share-of-companies": ready(shareOfCompanies),
  cohort: ready(cohort),
  risen: ready(risen),
  timely: ready(timely),
  "mean-score": ready(meanScore),
  answered: ready(answered),
  population: ready(population),
} as const;

export type MeasureName = keyof typeof measures;

/** Whether a word names a way to count. */
export function isMeasureName(word: string): word is MeasureName {
  return Object.hasOwn(measures, word);
}
