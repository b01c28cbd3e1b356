import { expect, it } from "vitest";
import { importsOf, programFiles } from "./tree.ts";

const graph = new Map(
  programFiles().map((file) => [file.path, importsOf(file).flatMap(({ to }) => (to === undefined ? [] : [to]))]),
);

it("No file imports itself by way of others, types included", () => {
  expect(cyclesIn(graph)).toEqual([]);
});

it("A cycle is found", () => {
  const cyclic = new Map([
    ["a", ["b"]],
    ["b", ["c", "d"]],
    ["c", ["a"]],
    ["d", []],
  ]);
  expect(cyclesIn(cyclic)).toEqual(["a → b → c → a"]);
});

/** Each cycle met on a walk along the imports, once. */
function cyclesIn(files: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, way: readonly string[]) => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (way.includes(file) || done.has(file)) return;
    for (const next of files.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of files.keys()) walk(file, []);
  return cycles;
}
