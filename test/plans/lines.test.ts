import { describe, expect, it } from "vitest";
import { listPlans } from "#actions/list-plans.ts";
import { openData } from "#actions/open-data.ts";
import { type CitedFigure, citedFigures } from "./cited-figures.ts";
import { type Reading, timesPrinted } from "./find-figure.ts";
import { citedText, readSource, type SourceText, sourceFolder } from "./source-text.ts";

const folder = sourceFolder();
const plans = listPlans(openData()).flatMap(({ plan, file }) => {
  const { id, document } = plan;
  if (document === undefined) return [];
  return [{ id, plan, file, document, text: folder === undefined ? undefined : readSource(folder, document.file) }];
});

describe("A figure is found in a text", () => {
  it("whatever its thousands dots, hedge word and unit", () => {
    expect(timesPrinted("ca. 1.000 personer", "i alt 1000 personer, 1.000 i år, af 11.000 og 1.000,5", "text")).toBe(2);
  });
  it("as a range only where both ends stand", () => {
    expect(timesPrinted("300-320 forløb", "mellem 300 og 320", "text")).toBe(1);
    expect(timesPrinted("300-320 forløb", "mindst 300", "text")).toBe(0);
  });
  it("in words as words", () => {
    expect(timesPrinted("tre år", "en treårig periode med trehundrede", "text")).toBe(1);
    expect(timesPrinted("knap to tredjedele", "to tredjedele af de ledige", "text")).toBe(1);
    expect(timesPrinted("to jobs", "tolv jobs", "text")).toBe(0);
  });
  it("read by a machine, though æ, ø and å are confused", () => {
    expect(timesPrinted("én plan", "een plan", "optical")).toBe(1);
    expect(timesPrinted("én plan", "een plan", "text")).toBe(0);
  });
});

describe.for(plans)("The plan $id", ({ id, plan, file, document, text }) => {
  it.skipIf(!text)("names its source text by the SHA-256", () => {
    expect(text?.sha256).toBe(document.sha256);
  });

  it.skipIf(!text)("has every figure in the lines it cites, in a table as often as its cells show it", () => {
    const figures = citedFigures(plan);
    const misplaced = figures.filter((one) => text && !isPrintedAsCited(one, figures, text, document.reading));
    expect(misplaced.map((one) => `${placeOf(one)} ${one.printed} is not in lines ${one.source.lines}`)).toEqual([]);
  });

  const placeOf = ({ path }: CitedFigure) => `${id}.yaml:${file.placeOf(path).line} ${path.join(".")}`;
});

/** A table prints each of its cells; a goal may name the figure it prints once in several keys. */
function isPrintedAsCited(
  { path, printed, source }: CitedFigure,
  all: readonly CitedFigure[],
  text: SourceText,
  reading: Reading,
): boolean {
  const [kind, nth] = path;
  const alike = all.filter((one) => one.path[0] === kind && one.path[1] === nth && one.printed === printed);
  return timesPrinted(printed, citedText(text, source.lines), reading) >= (kind === "tables" ? alike.length : 1);
}
