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
  "register-too-short": row(
    422,
    "Registret viser {months} hele måneder; en prognose kræver mindst {needed}.",
    "The register shows {months} whole months; a forecast needs at least {needed}.",
    "Hent flere måneder, eller vælg en senere dag.",
    "Fetch more months, or choose a later day.",
  ),
  "no-origin": row(
    422,
    "Der er ingen måned at prøve en prognose fra: {fewest} måneder skal være kendt før, og registret har {months}.",
    "There is no month to try a forecast from: {fewest} months must be known before, and the register has {months}.",
    "Vælg en senere periode eller en kortere horisont.",
    "Choose a later period or a shorter horizon.",
  ),
  "benefit-not-seen": row(
    404,
    "Registret har ingen på «{benefit}» siden {from}.",
    "The register has nobody on «{benefit}» since {from}.",
    "{hint}",
    "{hint}",
  ),
  "unknown-flow-state": row(
    404,
    "Tilstanden «{id}» kendes ikke.",
    "The state «{id}» is not known.",
    "{hint}",
    "{hint}",
  ),
  "outside-forecast": row(
    422,
    "«{value}» ligger uden for prognosen, der går fra {first} til {last}.",
    "«{value}» lies outside the forecast, which goes from {first} to {last}.",
    "Ret datoen, eller spørg flere måneder frem.",
    "Correct the date, or ask more months ahead.",
  ),
  "effect-without-interval": row(
    422,
    "Virkningen har intet interval, der rummer den.",
    "The effect has no interval around it.",
    "Skriv low og high: den mindste og største virkning, der er rimelig at tro på (95 %), som low: +5 %, high: +45 %.",
    "Write low and high: the smallest and largest effect one may reasonably believe in (95 %), as low: +5 %, high: +45 %.",
  ),
  "several-states": row(
    422,
    "«{value}» er flere tilstande i flowmodellen.",
    "«{value}» is several states of the flow model.",
    "Skriv en af: {choices}.",
    "Write one of: {choices}.",
  ),
  "chance-above-one": row(
    422,
    "Så forlod {percent} % af {state} ydelsen på en måned; flere end alle kan ikke.",
    "Then {percent} % of {state} would leave it in a month; no more than all can.",
    "Skru mindre op: i dag er det {now} % på en måned.",
    "Turn it up less: today it is {now} % a month.",
  ),
} as const;
