import { join } from "node:path";
import { type Vocabulary, vocabulary } from "#core/vocabulary/vocabulary.ts";
import { readYamlFolder } from "./folder.ts";
import { check } from "./yaml.ts";

/** Reads `vocabulary/` of the data folder. @throws BrokenInput with every fault of its files */
export function readVocabulary(dataDir: string): Vocabulary {
  return check(readYamlFolder(join(dataDir, "vocabulary")), vocabulary);
}
