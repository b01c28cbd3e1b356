import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDemo } from "#connectors/data-files/demo.ts";
import { readLaw } from "#connectors/data-files/law.ts";
import { openRegisterFolder, type WrittenFile } from "#connectors/register-files/write-folder.ts";
import { addDays, formatDay } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import type { Span } from "#core/register/columns.ts";
import { formatSpan, registerSchema } from "#core/register/data-package.ts";
import type { TableName } from "#core/register/schema.ts";
import type { Parameters } from "#core/register/simulate/parameters/parameters.ts";
import { simulate } from "#core/register/simulate/simulate.ts";
import { randomFrom } from "#core/stats/random.ts";
import { getArea } from "#core/vocabulary/area.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import type { Data } from "./open-data.ts";

/** What to simulate, and where the files go. */
export type SimulationRequest = {
  /** Codes or names; `all` for the country. */
  readonly municipalities: readonly string[];
  /** Whole months. */
  readonly span: Span;
  readonly seed: number;
  /** How many times as many people; 1 for as many as there are. */
  readonly scale: number;
  readonly out: string;
  /** All of the format when left out. */
  readonly tables?: readonly TableName[];
};

/** What was simulated. */
export type SimulatedRegister = {
  readonly name: string;
  readonly municipalities: readonly string[];
  readonly files: readonly WrittenFile[];
};

/**
 * Writes the register of municipalities whose people and companies do not exist, in the exchange format. The same
 * request writes the same bytes. What is in memory is the people on a benefit and those who lately were, whatever the
 * span; `datapackage.json`, which says that it is simulated, is written last: a folder without it is not finished.
 *
 * @throws BrokenInput unknown-area, folder-not-empty, or every fault of `data/demo`
 */
export function simulateRegister(request: SimulationRequest, { folders, vocabulary }: Data): SimulatedRegister {
  const { span, seed, scale, out, tables } = request;
  const parameters = readDemo(folders.data);
  const { pensionAges } = readLaw(folders.data, vocabulary);
  const municipalities = codesOf(request.municipalities, parameters, vocabulary);
  const name = nameOf(request, municipalities);
  const folder = openRegisterFolder(out, tables);
  simulate({ parameters, pensionAges, municipalities, span, scale, random: randomFrom(seed) }, folder.write);
  const files = folder.close();
  const described = describe(name, request, files, vocabulary);
  writeFileSync(join(out, "datapackage.json"), `${JSON.stringify(described, undefined, 2)}\n`);
  return { name, municipalities, files };
}

function codesOf(asked: readonly string[], { municipalities }: Parameters, { areas }: Vocabulary): string[] {
  const all = municipalities.municipalities.map(({ id }) => id);
  if (asked.includes("all")) return all;
  const codes = asked.map((written) => getArea(areas, written).id);
  const unknown = codes.find((code) => !all.includes(code));
  if (unknown === undefined) return [...new Set(codes)];
  const hint = { da: "Vælg en kommune, fx 165, eller all.", en: "Choose a municipality, as 165, or all." };
  throw broken("unknown-area", { value: unknown, hint });
}

function nameOf({ municipalities, seed, scale }: SimulationRequest, codes: readonly string[]): string {
  const place = municipalities.includes("all") ? "all" : codes.join("-");
  return ["simuleret", place, ...(scale === 1 ? [] : [`x${scale}`]), ...(seed === 1 ? [] : [`s${seed}`])].join("-");
}

/** The data package: the format's own schema of the tables, the days they cover, and the bytes they are. */
function describe(
  name: string,
  { span, seed, scale }: SimulationRequest,
  files: readonly WrittenFile[],
  vocabulary: Vocabulary,
) {
  const { $schema, version, resources } = registerSchema(vocabulary);
  const written = new Map<string, WrittenFile>(files.map((file) => [file.table, file]));
  return {
    $schema,
    name,
    title: "Simuleret register: ingen af personerne eller virksomhederne findes",
    simulated: true,
    seed,
    scale,
    version,
    extracted: formatDay(addDays(span.to, -1)),
    covers: formatSpan(span),
    resources: resources.flatMap(({ name: table, path, schema }) => {
      const file = written.get(table);
      if (file === undefined) return [];
      const { rows, bytes, sha256 } = file;
      return { name: table, path, covers: formatSpan(span), rows, bytes, hash: `sha256:${sha256}`, schema };
    }),
  };
}
