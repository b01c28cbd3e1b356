import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { broken } from "#core/faults/fault.ts";
import { tableNames } from "#core/register/canonical.ts";
import { type DataPackage, dataPackage, type StatedFile } from "#core/register/data-package.ts";
import { type Mapping, mappingFile } from "#core/register/mapping.ts";
import type { TableName } from "#core/register/schema.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import { readChecked } from "../data-files/yaml.ts";
import type { TableFile } from "./source.ts";

/** The files of a folder: one a table, what is said of them, and those that are none. */
export type DeliveryFiles = {
  readonly tables: readonly TableFile[];
  readonly package: DataPackage;
  readonly mapping?: Mapping & { readonly path: string };
  readonly others: readonly string[];
};

const MAPPING = "mapping.yaml";
const PACKAGE = "datapackage.json";

/**
 * Finds the tables of a delivery: by the mapping, by the data package, or by a file's own name.
 *
 * @param mappingPath a mapping from elsewhere; `mapping.yaml` of the folder when left out
 * @throws BrokenInput file-not-found, two-files, no-benefits, or every fault of the two descriptions
 */
export function findDelivery(folder: string, vocabulary: Vocabulary, mappingPath?: string): DeliveryFiles {
  const names = namesIn(folder);
  const path = mappingPath ?? (names.includes(MAPPING) ? join(folder, MAPPING) : undefined);
  const mapping = path === undefined ? undefined : { ...readChecked(path, mappingFile(vocabulary)), path };
  const described = names.includes(PACKAGE) ? readChecked(join(folder, PACKAGE), dataPackage) : dataPackage.parse({});
  const tables = tableNames().flatMap((table) => findTable(folder, table, names, described, mapping) ?? []);
  if (!tables.some(({ table }) => table === "benefits")) throw broken("no-benefits", { folder: basename(folder) });
  const read = new Set([MAPPING, PACKAGE, ...tables.map(({ name }) => name)]);
  const others = names.filter((name) => !read.has(name));
  return { tables, package: described, others, ...(mapping && { mapping }) };
}

function findTable(
  folder: string,
  table: TableName,
  names: readonly string[],
  described: DataPackage,
  mapping: Mapping | undefined,
): TableFile | undefined {
  const mapped = mapping?.files[table];
  const resource = described.resources.find((one) => (one.name ?? tableOf(one.path)) === table);
  const named = mapped?.file ?? resource?.path;
  const [one, other] = named === undefined ? names.filter((name) => tableOf(name) === table) : [named];
  if (one === undefined) return undefined;
  if (other !== undefined) throw broken("two-files", { one, other, table });
  if (!names.includes(one)) throw broken("file-not-found", { file: one }, { file: mapped ? MAPPING : PACKAGE });
  const stated = named === undefined || one === resource?.path ? statedOf(resource) : undefined;
  return { table, path: join(folder, one), name: one, ...(mapped && { mapping: mapped }), ...(stated && { stated }) };
}

/** The table that a file is named after: `benefits` for `Benefits.csv.gz`. */
function tableOf(name: string): string {
  return name.toLowerCase().replace(/(\.(csv|txt|tsv))?(\.gz)?$|\.parquet$/, "");
}

function statedOf(resource: DataPackage["resources"][number] | undefined): StatedFile | undefined {
  const sha256 = /^sha256:([0-9a-f]{64})$/i.exec(resource?.hash ?? "")?.[1].toLowerCase();
  const bytes = resource?.bytes;
  if (bytes === undefined && sha256 === undefined) return undefined;
  return { ...(bytes !== undefined && { bytes }), ...(sha256 !== undefined && { sha256 }) };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .sort();
  } catch {
    throw broken("file-not-found", { file: folder });
  }
}
