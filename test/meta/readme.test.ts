import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { exists, filesBelow, home, read } from "./tree.ts";

const page = /(?<=-->\n```text\n)[\s\S]*?(?=```\n<!-- end)/;

/** A checkout somebody has used shows what they have added to it. */
const isUsed = exists("var/series") || filesBelow("data/plans").some((path) => path.endsWith(".follow-up.yaml"));

it.skipIf(isUsed)("The page in README.md is the one that npm start prints of the published figures", () => {
  const { stdout } = spawnSync(process.execPath, ["src/cli/main.ts", "start", "--no-demo"], {
    cwd: home,
    encoding: "utf8",
  });
  const readme = read("README.md");
  if (process.env.PEJL_DOCS === "write")
    writeFileSync(
      join(home, "README.md"),
      readme.replace(page, () => stdout),
    );
  expect(read("README.md").match(page)?.[0]).toBe(stdout);
});

it("README.md can be read in a minute", () => {
  expect(read("README.md").split("\n").length).toBeLessThanOrEqual(101);
});
