import { sayPeriod } from "../calendar/period.ts";
import type { Figure } from "../figures/figure.ts";
import { isMissing } from "../figures/figure.ts";
import { writeFigure, writeNumber } from "../figures/write.ts";
import { fill, type Text } from "../text/text.ts";
import type { ComparedRow, Comparison } from "./comparison.ts";
import type { Group } from "./group.ts";
import { PEOPLE, type Per } from "./levels.ts";

/** The finding of a comparison, in a sentence or two: the level, the place, and whether either says anything. */
export function sayComparison({ rows, median, period }: Comparison, group: Group, per: Per): Text {
  const own = rows.find(({ isOwn }) => isOwn);
  if (own === undefined || isMissing(own.figure) || own.place === undefined || isMissing(median))
    return fill(sentences.missing, { period: both((language) => sayPeriod(period, language)) });
  const { rank, ranks, isNoise } = own.place;
  const says = fill(sentences.place, {
    area: own.area.label,
    figure:
      per === "inhabitants"
        ? fill(sentences.per, { figure: written(own.figure), n: PEOPLE_WORDS })
        : written(own.figure),
    period: both((language) => sayPeriod(period, language)),
    rank,
    of: rows.filter(({ place }) => place !== undefined).length,
    group: group.kind === "all" ? sentences.ofAll : fill(sentences.inGroup, { group: group.label }),
    median: written(median),
  });
  if (ranks === undefined) return says;
  const [low, high] = [ranks.low, ranks.high];
  return fill(isNoise ? sentences.noise : isApart(own, median) ? sentences.apart : sentences.near, { says, low, high });
}

const PEOPLE_WORDS = both((language) => writeNumber(PEOPLE, { language }));

/** Whether the whole interval of a figure lies on one side of another. */
function isApart({ interval }: ComparedRow, { value }: Figure): boolean {
  return interval !== undefined && (interval.low > value || interval.high < value);
}

function written(figure: Figure): Text {
  return both((language) => writeFigure(figure, language));
}

function both(say: (language: "da" | "en") => string): Text {
  return { da: say("da"), en: say("en") };
}

const sentences = {
  place: {
    da: "{area}: {figure} i {period}, nr. {rank} af {of} {group}. Midt i gruppen ligger {median}.",
    en: "{area}: {figure} in {period}, no. {rank} of {of} {group}. The middle of the group is {median}.",
  },
  per: { da: "{figure} pr. {n} indbyggere", en: "{figure} per {n} inhabitants" },
  ofAll: { da: "i hele landet", en: "in Denmark" },
  inGroup: { da: "({group})", en: "({group})" },
  apart: {
    da: "{says} Forskellen til midten er større, end tilfældighed alene gør den.",
    en: "{says} The difference from the middle is larger than chance alone makes it.",
  },
  near: {
    da: "{says} Forskellen til midten kan være tilfældig.",
    en: "{says} The difference from the middle can be chance.",
  },
  noise: {
    da: "{says} Placeringen siger lidt: tilfældighed alene kunne have givet alt fra nr. {low} til nr. {high}.",
    en: "{says} The rank says little: chance alone could have given anything from no. {low} to no. {high}.",
  },
  missing: {
    da: "Der er intet tal for kommunen i {period}.",
    en: "There is no figure for the municipality in {period}.",
  },
} as const satisfies Readonly<Record<string, Text>>;
