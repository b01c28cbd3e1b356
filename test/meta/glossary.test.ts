import { describe, expect, it } from "vitest";
import { wordsByHeading } from "./glossary-words.ts";
import { filesBelow, read } from "./tree.ts";

/** The heading under which words of the house stand: they are no list in the program, but must be used in it. */
const house = "Huset · the house";

type Row = { readonly da: string; readonly code: string; readonly meaning: string; readonly source: string };

const glossary = sectionsOf(read("GLOSSARY.md"));
const wanted = wordsByHeading();

describe("GLOSSARY.md", () => {
  it("has a heading for each kind of word, and no other", () => {
    expect([...glossary.keys()].sort()).toEqual([...wanted.keys(), house].sort());
  });

  it.for([...wanted])("explains under «%s» every word there is, and none that is not", ([heading, words]) => {
    const codes = (glossary.get(heading) ?? []).map(({ code }) => code);
    const missing = words.filter(({ code }) => !codes.includes(code));
    // A missing row is answered with the row to write.
    expect(missing.map(({ da = "…", code }) => `| ${da} | \`${code}\` | … | … |`)).toEqual([]);
    expect(codes.filter((code, at) => !words.some((word) => word.code === code) || codes.indexOf(code) !== at)).toEqual(
      [],
    );
  });

  it.for([...wanted])("calls the words under «%s» in Danish what the program calls them", ([heading, words]) => {
    const rows = glossary.get(heading) ?? [];
    const other = words.filter(({ code, da }) => da !== undefined && rows.find((row) => row.code === code)?.da !== da);
    expect(other.map(({ code, da }) => `${code}: ${da}`)).toEqual([]);
  });

  it("uses the words of the house as the program does", () => {
    const texts = ["src", "data"]
      .flatMap((folder) => filesBelow(folder))
      .filter((path) => /\.(ts|yaml)$/.test(path))
      .map(read);
    const unused = (glossary.get(house) ?? []).filter(({ code }) => !texts.some((text) => text.includes(code)));
    expect(unused.map(({ code }) => code)).toEqual([]);
  });

  it("leaves no cell empty", () => {
    const rows = [...glossary.values()].flat();
    expect(rows.filter(({ da, code, meaning, source }) => [da, code, meaning, source].includes(""))).toEqual([]);
    expect(rows.length).toBeGreaterThan(300);
  });
});

/** The rows of each table by the heading above it: Danish, code word, meaning, source. */
function sectionsOf(text: string): Map<string, Row[]> {
  const [, ...sections] = text.split(/^##+ /m);
  return new Map(
    sections.map((section): [string, Row[]] => {
      const [heading, ...lines] = section.split("\n");
      const rows = lines.filter((line) => line.startsWith("|")).slice(2);
      return [heading, rows.map((line) => rowOf(line.split("|").map((cell) => cell.trim())))];
    }),
  );
}

function rowOf([, da = "", code = "", meaning = "", source = ""]: readonly string[]): Row {
  return { da, code: code.replaceAll("`", ""), meaning, source };
}
