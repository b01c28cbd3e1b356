import { join } from "node:path";
import { z } from "zod";
import { fault } from "#core/faults/issues.ts";
import { type Indicators, indicator } from "#core/indicators/indicator.ts";
import { didYouMean } from "#core/text/nearest.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import { readYamlFolder } from "./folder.ts";
import { readVocabulary } from "./vocabulary.ts";
import { check } from "./yaml.ts";

/**
 * Reads `indicators/` of the data folder: one file an indicator, named by its id.
 *
 * @throws BrokenInput with every fault of its files
 */
export function readIndicators(dataDir: string, vocabulary: Vocabulary = readVocabulary(dataDir)): Indicators {
  const indicators = check(readYamlFolder(join(dataDir, "indicators")), indicatorFolder(vocabulary));
  return new Map(Object.entries(indicators));
}

function indicatorFolder({ dimensions }: Vocabulary) {
  const all = [...dimensions.keys()];
  return z.record(z.string(), indicator).superRefine((indicators, context) => {
    for (const [name, one] of Object.entries(indicators)) {
      if (one.id !== name) context.addIssue(fault("id-not-file-name", { id: one.id, name }, [name, "id"]));
      for (const [at, id] of one.dimensions.entries()) {
        if (dimensions.has(id)) continue;
        const hint = didYouMean(id, all, { da: `Vælg en af: ${all}.`, en: `Choose one of: ${all}.` });
        const kind = { da: "opdeling", en: "dimension" };
        context.addIssue(fault("unknown-reference", { kind, id, hint }, [name, "dimensions", at]));
      }
    }
  });
}
