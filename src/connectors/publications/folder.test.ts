import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BrokenInput } from "#core/faults/fault.ts";
import { publicationMark, recoverPublication, writePublication } from "./folder.ts";

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "pejl-publication-"));
  folder = join(parent, "site");
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const files = (words: string) => [
  { path: publicationMark, content: "{}" },
  { path: "maal/a.html", content: words },
];
const read = () => readFileSync(join(folder, "maal/a.html"), "utf8");

describe("A publication", () => {
  it("is written whole, and replaced by the next with nothing left of it or beside it", () => {
    writePublication(folder, [...files("one"), { path: "old.html", content: "" }]);
    writePublication(folder, files("two"));
    expect(read()).toBe("two");
    expect(existsSync(join(folder, "old.html"))).toBe(false);
    expect(readdirSync(parent)).toEqual(["site"]);
  });

  it("never replaces a folder that holds something else", () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "mine.txt"), "mine");
    expect(() => writePublication(folder, files("one"))).toThrow(BrokenInput);
    expect(readdirSync(folder)).toEqual(["mine.txt"]);
  });

  it("stays when a run is killed while it writes", () => {
    writePublication(folder, files("one"));
    mkdirSync(join(parent, ".site.coming"));
    writeFileSync(join(parent, ".site.coming", "half.html"), "half");
    expect(read()).toBe("one");
    writePublication(folder, files("two"));
    expect(read()).toBe("two");
    expect(readdirSync(parent)).toEqual(["site"]);
  });

  it("is put back when a run was killed between its two renames", () => {
    writePublication(folder, files("one"));
    renameSync(folder, join(parent, ".site.former"));
    recoverPublication(folder);
    expect(read()).toBe("one");
    expect(readdirSync(parent)).toEqual(["site"]);
  });

  it("is the new one when a run was killed after both", () => {
    writePublication(folder, files("one"));
    renameSync(folder, join(parent, ".site.former"));
    writePublication(join(parent, "other"), files("two"));
    renameSync(join(parent, "other"), folder);
    recoverPublication(folder);
    expect(read()).toBe("two");
    expect(readdirSync(parent)).toEqual(["site"]);
  });
});
