import { join } from "node:path";
import { type Parameters, parameters } from "#core/register/simulate/parameters/parameters.ts";
import { readYamlFolder } from "./folder.ts";
import { check } from "./yaml.ts";

/** Reads `demo/` of the data folder: what the simulator is told. @throws BrokenInput with every fault of its files */
export function readDemo(dataDir: string): Parameters {
  return check(readYamlFolder(join(dataDir, "demo")), parameters);
}
