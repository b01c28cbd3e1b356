import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../../../src/cli/main.ts", import.meta.url));
const serie = ["--series", "dst-auk01-kontanthjaelp"];

function pejl(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    encoding: "utf8",
    env: { ...process.env, PEJL_TODAY: "2026-11-22" },
  });
  return { status, stdout, stderr };
}

test("pejl forecast-series gives data, and a reason with exit code 2 where there is no forecast", () => {
  const asked = ["--area", "Hele landet", "--as-of", "2018Q4"];
  const { status, stdout } = pejl("--json", "forecast-series", ...serie, ...asked, "--horizon", "2");
  expect(status).toBe(0);
  const answer = JSON.parse(stdout);
  expect(Object.keys(answer.rows[0])).toEqual(["period", "mean", "lo80", "hi80", "lo95", "hi95"]);
  expect(answer).toMatchObject({ series: serie[1], vintage: "2025Q4", area: "000", asOf: "2018Q4" });
  const refused = pejl("forecast-series", ...serie, ...asked, "--horizon", "to");
  expect([refused.status, refused.stderr.trim()]).toEqual([
    2,
    "«to» er ikke et antal perioder frem. Skriv et helt tal fra 1.",
  ]);
});

test("pejl backtest prints errors by horizon beside the simple guesses, and the chances beside what came", () => {
  const { status, stdout } = pejl("--lang", "en", "backtest", ...serie, "--kind", "country", "--from", "2019Q1");
  expect(status).toBe(0);
  for (const words of ["1 ahead", "4 ahead", "last year", "in 95%", "Brier", "chance"]) expect(stdout).toContain(words);
});
