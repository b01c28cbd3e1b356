import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readIndicators } from "#connectors/data-files/indicators.ts";
import { type PlanFile, planPath, readAnswered, readFollowUp, readPlan } from "#connectors/data-files/plans.ts";
import { readSeries } from "#connectors/data-files/series.ts";
import { keptStamp } from "#connectors/data-files/stored-series.ts";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";
import type { Indicators } from "#core/indicators/indicator.ts";
import type { Series } from "#core/indicators/series.ts";
import type { FollowUp } from "#core/plans/format/follow-up-file.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import type { Catalogue } from "#core/plans/references.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";

/** Where the program's data and its own writings lie. */
export type Folders = { readonly data: string; readonly var: string };

/** The data shipped with the program, and `var/` beside it. */
export function ownFolders(): Folders {
  const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  return { data: join(home, "data"), var: join(home, "var") };
}

/**
 * The data folder, read: what plans may refer to, and the series that can settle them, read when first asked for and
 * again when another fetch is kept.
 */
export type Data = {
  readonly folders: Folders;
  readonly vocabulary: Vocabulary;
  readonly indicators: Indicators;
  readonly catalogue: Catalogue;
  readonly series: () => readonly Series[];
};

export function openData(folders: Folders = ownFolders()): Data {
  const vocabulary = readVocabulary(folders.data);
  const indicators = readIndicators(folders.data, vocabulary);
  let read: { readonly series: readonly Series[]; readonly stamp: number } | undefined;
  return {
    folders,
    vocabulary,
    indicators,
    catalogue: { vocabulary, indicators },
    series: () => {
      const seriesIn = seriesFolders({ folders, vocabulary });
      const stamp = keptStamp(seriesIn.keptDir);
      if (read?.stamp !== stamp) read = { series: readSeries(seriesIn), stamp };
      return read.series;
    },
  };
}

/** A plan as written, and as it reads with its questions answered. */
export type OpenPlan = PlanFile & { readonly path: string; readonly followUp: FollowUp; readonly answered: Plan };

/** Reads a plan by id or path with its follow-up file. @throws BrokenInput with every fault of either file */
export function openPlan({ folders, catalogue }: Data, idOrPath: string): OpenPlan {
  const path = planPath(folders.data, idOrPath);
  const read = readPlan(path, catalogue);
  const followUp = readFollowUp(path, read.plan.id);
  const answered = followUp.answers.length === 0 ? read.plan : readAnswered(read, followUp.answers, catalogue);
  return { ...read, path, followUp, answered };
}

/** Where the series of a data folder are, and where fetches are kept. */
export function seriesFolders({ folders, vocabulary }: Pick<Data, "folders" | "vocabulary">) {
  return { dataDir: folders.data, keptDir: join(folders.var, "series"), vocabulary };
}
