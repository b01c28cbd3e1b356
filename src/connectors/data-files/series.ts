import { join } from "node:path";
import { z } from "zod";
import type { Series } from "#core/indicators/series.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import { readYamlFolder } from "./folder.ts";
import { readPublished } from "./published.ts";
import { source } from "./source.ts";
import { readKeptSeries } from "./stored-series.ts";
import { readVocabulary } from "./vocabulary.ts";
import { check } from "./yaml.ts";

/** Where series are: the data folder, the folder of kept fetches, and the vocabulary when it has been read already. */
export type SeriesFolders = { readonly dataDir: string; readonly keptDir?: string; readonly vocabulary?: Vocabulary };

/**
 * All series, each as it was last fetched: the published ones that `sources/` of the data folder describes, and the
 * kept ones. A kept series takes the place of a published one with its id.
 *
 * @throws BrokenInput with every fault of a file
 */
export function readSeries(folders: SeriesFolders): Series[] {
  return [...new Map(readVintages(folders).map((series) => [series.id, series])).values()];
}

/** As `readSeries`, with every fetch that was kept: of each series the oldest first. */
export function readVintages({ dataDir, keptDir, vocabulary = readVocabulary(dataDir) }: SeriesFolders): Series[] {
  const sources = check(readYamlFolder(join(dataDir, "sources")), z.record(z.string(), source));
  const published = Object.values(sources).flatMap((one) => readPublished(one, join(dataDir, "series"), vocabulary));
  return [...published, ...(keptDir === undefined ? [] : readKeptSeries(keptDir))];
}
