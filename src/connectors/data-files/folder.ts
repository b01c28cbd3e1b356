import { readdirSync } from "node:fs";
import { join } from "node:path";
import { broken } from "#core/faults/fault.ts";
import { readYamlFile, type YamlFile } from "./yaml.ts";

/**
 * The YAML files of a folder as if they were one file: the value of each stands under the file's name without ending,
 * and every place names the file it is in.
 *
 * @throws BrokenInput file-not-found, not-utf8, not-yaml, duplicate-key
 */
export function readYamlFolder(folder: string): YamlFile {
  const files = new Map(yamlNames(folder).map((name) => [name, readYamlFile(join(folder, `${name}.yaml`))]));
  return {
    file: folder,
    text: "",
    value: Object.fromEntries([...files].map(([name, { value }]) => [name, value])),
    placeOf: ([name, ...path]) => files.get(String(name))?.placeOf(path) ?? { file: folder },
  };
}

function yamlNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => name.slice(0, -".yaml".length))
      .sort();
  } catch {
    throw broken("file-not-found", { file: folder });
  }
}
