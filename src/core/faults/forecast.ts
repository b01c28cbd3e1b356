import { row } from "./row.ts";

/** The faults of forecasts: why there is none. */
export const forecastFaults = {
  "series-too-short": row(
    422,
    "Serien har {periods} tal uden huller frem til {last}; en prognose kræver mindst {needed}.",
    "The series has {periods} figures without a gap up to {last}; a forecast needs at least {needed}.",
    "Hent flere perioder, eller vælg et område med en længere serie.",
    "Fetch more periods, or choose an area with a longer series.",
  ),
  "horizon-too-far": row(
    422,
    "{horizon} perioder frem er længere, end serien kan bære: dens {periods} tal bærer højst {furthest}.",
    "{horizon} periods ahead is further than the series carries: its {periods} figures carry at most {furthest}.",
    "Vælg en kortere horisont.",
    "Choose a shorter horizon.",
  ),
  "wrong-horizon": row(
    400,
    "«{horizon}» er ikke et antal perioder frem.",
    "«{horizon}» is not a number of periods ahead.",
    "Skriv et helt tal fra 1.",
    "Write a whole number from 1.",
  ),
  "no-figure-then": row(
    422,
    "Serien har intet tal for {area} i {period}.",
    "The series has no figure of {area} in {period}.",
    "Vælg en periode, serien har; pejl series show viser dem.",
    "Choose a period that the series has; pejl series show lists them.",
  ),
  "unknown-flow-state": row(
    404,
    "Tilstanden «{id}» kendes ikke.",
    "The state «{id}» is not known.",
    "{hint}",
    "{hint}",
  ),
} as const;
