import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readIndicators } from "#connectors/data-files/indicators.ts";
import { type PlanFile, planPath, readAnswered, readFollowUp, readPlan } from "#connectors/data-files/plans.ts";
import { readSeries } from "#connectors/data-files/series.ts";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";
import type { Indicator } from "#core/indicators/indicator.ts";
import type { Series } from "#core/indicators/series.ts";
import type { FollowUp } from "#core/plans/format/follow-up-file.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import type { Catalogue } from "#core/plans/references.ts";
import { tableSeries } from "#core/plans/table-series.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";

/** Where the program's data and its own writings lie. */
export type Folders = { readonly data: string; readonly var: string };

/** The data shipped with the program, and `var/` beside it. */
export function ownFolders(): Folders {
  const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  return { data: join(home, "data"), var: join(home, "var") };
}

/** The data folder, read: what plans may refer to, and the series that can settle them. */
export type Data = {
  readonly folders: Folders;
  readonly vocabulary: Vocabulary;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly catalogue: Catalogue;
};

export function openData(folders: Folders = ownFolders()): Data {
  const vocabulary = readVocabulary(folders.data);
  const indicators = readIndicators(folders.data, vocabulary);
  return { folders, vocabulary, indicators, catalogue: { vocabulary, indicators: new Set(indicators.keys()) } };
}

/** A plan as written, and as it reads with its questions answered. */
export type OpenPlan = PlanFile & { readonly path: string; readonly followUp: FollowUp; readonly answered: Plan };

/** Reads a plan by id or path with its follow-up file. @throws BrokenInput with every fault of either file */
export function openPlan({ folders, catalogue }: Data, idOrPath: string): OpenPlan {
  const path = planPath(folders.data, idOrPath);
  const read = readPlan(path, catalogue);
  const followUp = readFollowUp(path, read.plan.id);
  return { ...read, path, followUp, answered: readAnswered(read, followUp.answers, catalogue) };
}

/** Every series that can say something of a plan: published and imported ones, and the plan's own tables. */
export function seriesOf(data: Data, plan: Plan): Series[] {
  return [...readSeries(seriesFolders(data)), ...tableSeries(plan)];
}

/** Where `data` has its series. */
export function seriesFolders({ folders, vocabulary }: Data) {
  return { dataDir: folders.data, keptDir: join(folders.var, "series"), vocabulary };
}
