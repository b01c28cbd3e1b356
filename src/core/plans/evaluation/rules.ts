import { writeFigure, writeNumber } from "../../figures/write.ts";
import { chanceText } from "../../forecast/goals/chance.ts";
import { fill, type Text } from "../../text/text.ts";
import { everyoneShare } from "../targets/coverage.ts";
import type { Parameters } from "./parameters.ts";

/** The rules verdicts follow, with the parameters in force, as they are printed under every overview. */
export function ruleTexts({ countBand, shareBand, smallestGroup, finalAfterMonths, ...chances }: Parameters): Text[] {
  const both = (write: (language: "da" | "en") => string): Text => ({ da: write("da"), en: write("en") });
  const share = (value: number) => both((language) => writeFigure({ value, unit: "share" }, language));
  const points = both((language) => writeNumber(shareBand * 100, { language, decimals: 1 }));
  const parameters = {
    countBand: share(countBand),
    points,
    everyone: share(everyoneShare),
    smallestGroup,
    finalAfterMonths,
    onCourse: chanceText(chances.onCourseChance),
    offCourse: chanceText(chances.offCourseChance),
  };
  return rules.map((rule) => fill(rule, parameters));
}

const rules: readonly Text[] = [
  {
    da: "Et mål afgøres (i mål, delvist, ikke i mål) kun på endelige tal for hele målets periode, uafrundet mod målet, som det er trykt.",
    en: "A goal is settled (met, partly, not met) only on final figures for its whole period, unrounded against the target as printed.",
  },
  {
    da: "Undervejs holdes tallene hidtil op mod målet; inden for ± {countBand} af niveauet (andele ± {points} procentpoint) er målet i risiko.",
    en: "Under way the figures so far are held against the target; within ± {countBand} of the level (shares ± {points} points) the goal is at risk.",
  },
  {
    da: "Hvor der er en prognose, dømmes der undervejs efter sandsynligheden for at nå målet: mindst {onCourse} er på vej, under {offCourse} ikke på vej, derimellem i risiko.",
    en: "Where there is a forecast, goals under way are judged by the chance of meeting them: at least {onCourse} is on course, under {offCourse} off course, between them at risk.",
  },
  {
    da: "«Alle» er mindst {everyone}. Grupper under {smallestGroup} personer bedømmes ikke. Egne foreløbige tal regnes som endelige efter {finalAfterMonths} måneder.",
    en: "«Everyone» is at least {everyone}. Groups under {smallestGroup} persons are not judged. Own preliminary figures count as final after {finalAfterMonths} months.",
  },
  {
    da: "Hvad planen mangler, siges før hvad tallene mangler. Beslægtede serier vises, men afgør aldrig et mål.",
    en: "What the plan lacks is said before what the figures lack. Related series are shown, but never settle a goal.",
  },
];
