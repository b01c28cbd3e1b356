import type { Answered } from "#api/endpoint.ts";
import type { explorePublished, exploreRegister, reconcileIndicator } from "#api/explore.ts";
import type { listIndicators, readIndicator } from "#api/indicators.ts";
import type { readVocabulary } from "#api/vocabulary.ts";

/** What the server answers of indicators, by the names these pages use. */
export type IndicatorEntry = Answered<typeof listIndicators>["indicators"][number];
export type Indicator = Answered<typeof readIndicator>;
export type SeriesEntry = Indicator["series"][number];
export type Explored = Answered<typeof exploreRegister>;
export type ExploredRow = Explored["rows"][number];
export type Published = Answered<typeof explorePublished>;
export type ReconciledRow = Answered<typeof reconcileIndicator>["rows"][number];
export type Vocabulary = Answered<typeof readVocabulary>;
export type Dimension = Vocabulary["dimensions"][number];
