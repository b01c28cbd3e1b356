import { z } from "zod";
import { formatNames } from "#core/exports/formats.ts";
import { endpoint } from "./endpoint.ts";
import { exploreQuery } from "./explore.ts";
import { file } from "./file.ts";
import { followedQuery } from "./overview.ts";
import { day } from "./scalars.ts";

const format = z.enum(formatNames);

/** The language of the words in a file for people. */
const language = z.enum(["da", "en"]).default("da");

export const exportOverview = endpoint({
  method: "GET",
  path: "/api/plans/:plan/overview.:format",
  summary: { da: "Målene, som de står, som fil", en: "The goals as they stand, as a file" },
  params: z.strictObject({ plan: z.string(), format }),
  query: followedQuery.extend({ language }),
  answer: file,
});

export const exportGoal = endpoint({
  method: "GET",
  path: "/api/plans/:plan/goals/:goal.:format",
  summary: { da: "Tallene bag et mål som fil", en: "The figures behind a goal, as a file" },
  params: z.strictObject({ plan: z.string(), goal: z.string(), format }),
  query: followedQuery.extend({ language }),
  answer: file,
});

export const exportSeries = endpoint({
  method: "GET",
  path: "/api/series/:series.:format",
  summary: { da: "En offentliggjort serie som fil", en: "A published series as a file" },
  params: z.strictObject({ series: z.string(), format }),
  query: z.strictObject({ asOf: day.optional(), vintage: z.string().optional(), language }),
  answer: file,
});

export const exportIndicator = endpoint({
  method: "GET",
  path: "/api/indicators/:indicator/figures.:format",
  summary: {
    da: "En indikator beregnet af et register, som fil; små celler er skjult",
    en: "An indicator computed from a register, as a file; small cells are withheld",
  },
  params: z.strictObject({ indicator: z.string(), format }),
  query: exploreQuery.extend({ language }),
  answer: file,
});
