import type { z } from "zod";
import { fault } from "../faults/issues.ts";
import { didYouMean } from "../text/nearest.ts";
import type { Text } from "../text/text.ts";
import { type AreaFile, areaKinds, nameKey, namesOf } from "./area.ts";
import type { CodeListFile } from "./code-list.ts";
import type { dimensionFile } from "./dimension.ts";

type Path = (string | number)[];
type Context = z.core.$RefinementCtx;
const addIt = { da: "Ret det, eller tilføj det, det peger på.", en: "Correct it, or add what it points at." };

type Files<T> = Readonly<Record<string, T>>;

/** Every id and every name belongs to one area, and what an area lies in exists. */
export function checkAreas(files: Files<AreaFile>, context: Context) {
  const all = Object.entries(files).flatMap(([file, kinds]) =>
    areaKinds.flatMap((kind) => (kinds[kind] ?? []).map((area, at) => ({ area, path: [file, kind, at] }))),
  );
  const ids = all.map(({ area }) => area.id);
  checkOnce(
    all.map(({ area, path }) => ({ id: area.id, path })),
    context,
  );
  checkOnce(
    all.flatMap(({ area: { name, english = name, aliases }, path }) =>
      [...new Set(namesOf({ label: { da: name, en: english }, aliases }).map(nameKey))].map((id) => ({ id, path })),
    ),
    context,
  );
  for (const { area, path } of all)
    for (const key of ["within", "successors"] as const)
      checkKnown(area[key], ids, { da: "område", en: "area" }, [...path, key], context);
}

/** Every code stands once in its list, its successors in the same one, and its group among the list's. */
export function checkLists(files: Files<CodeListFile>, context: Context) {
  const all = Object.entries(files).flatMap(([file, lists]) =>
    Object.entries(lists).map(([id, list]) => ({ id, list, path: [file, id] })),
  );
  checkOnce(all, context);
  for (const { list, path } of all) {
    const terms = list.terms.map((term, at) => ({ ...term, path: [...path, "terms", at] }));
    const ids = list.terms.map((term) => term.id);
    const groups = Object.keys(list.groups);
    checkOnce(terms, context);
    for (const { successors, group, path } of terms) {
      checkKnown(successors, ids, { da: "kode", en: "code" }, [...path, "successors"], context);
      if (groups.length > 0) checkKnown([group ?? ""], groups, { da: "gruppe", en: "group" }, path, context);
    }
  }
}

/** Every dimension stands once, and its list exists. */
export function checkDimensions(
  { dimensions }: z.output<typeof dimensionFile>,
  files: Files<CodeListFile>,
  context: Context,
) {
  const lists = Object.values(files).flatMap((file) => Object.keys(file));
  const all = dimensions.map((one, at) => ({ ...one, path: ["dimensions", "dimensions", at] }));
  checkOnce(all, context);
  for (const { list, path } of all)
    if (list !== undefined) checkKnown([list], lists, { da: "kodeliste", en: "code list" }, [...path, "list"], context);
}

function checkOnce(all: readonly { readonly id: string; readonly path: Path }[], context: Context) {
  const seen = new Set<string>();
  for (const { id, path } of all) {
    if (seen.has(id)) context.addIssue(fault("duplicate-id", { id }, path));
    seen.add(id);
  }
}

function checkKnown(ids: readonly string[], among: readonly string[], kind: Text, path: Path, context: Context) {
  for (const id of ids.filter((one) => !among.includes(one)))
    context.addIssue(fault("unknown-reference", { kind, id, hint: didYouMean(id, among, addIt) }, path));
}
