import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { exists, filesBelow, read } from "./tree.ts";

const pages = filesBelow().filter((path) => path.endsWith(".md"));

describe("The documents", () => {
  it("link to what is there", () => {
    const dead = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target]) => target)
        .filter((target) => !/^(https?|mailto):/.test(target) && !exists(posix.join(posix.dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it("name files and folders that are there", () => {
    const gone = pages.flatMap((page) =>
      [...read(page).matchAll(/`((?:src|data|test|docs)\/[\w./-]+)`/g)]
        .map(([, path]) => path)
        .filter((path) => !exists(path))
        .map((path) => `${page}: ${path}`),
    );
    expect(gone).toEqual([]);
  });
});

describe("ARCHITECTURE.md", () => {
  const map = read("ARCHITECTURE.md");

  it("has every floor and every room", () => {
    const rooms = filesBelow("src").flatMap((path) => {
      const [, floor, room, ...rest] = path.split("/");
      return rest.length === 0 ? [`src/${floor}`] : [`src/${floor}`, `src/${floor}/${room}`];
    });
    expect([...new Set(rooms)].filter((room) => !map.includes(`\`${room}\``))).toEqual([]);
  });

  it("gives a reason for every package the program depends on, and for no other", () => {
    const { dependencies, optionalDependencies = {}, devDependencies } = JSON.parse(read("package.json"));
    const used = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
    const [, reasons = ""] = map.split("## What we depend on, and why");
    const rows = reasons.split("\n").filter((line) => line.startsWith("| `"));
    const explained = rows.flatMap((row) =>
      [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(explained.sort()).toEqual(used.sort());
  });
});
