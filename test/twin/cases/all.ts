import type { TwinCase } from "../twin-case.ts";
import { rate, shareOfPersons } from "./activation.ts";
import { companies } from "./companies.ts";
import { answers, events, eventsPer } from "./events.ts";
import { begun, cohort, ended, statusAfter } from "./flows.ts";
import { population, risen, timely } from "./others.ts";
import { onDay, personsWith, timeOn } from "./stocks.ts";

/** The twin of every measure: questions that reach all of it. */
export const measures: Readonly<Record<string, readonly TwinCase[]>> = {
  "time-on": timeOn,
  "time-on, with conditions": rate,
  "persons-with": personsWith,
  "share-of-persons": shareOfPersons,
  "on-day": onDay,
  begun,
  ended,
  "status-after": statusAfter,
  cohort,
  events,
  "events-per": eventsPer,
  "mean-score and answered": answers,
  "companies and share-of-companies": companies,
  risen,
  timely,
  population,
};
