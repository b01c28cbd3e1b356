import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readIndicators } from "#connectors/data-files/indicators.ts";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import { sayFormula } from "#core/indicators/say-formula.ts";
import { measures } from "#core/register/measures/table.ts";

const data = join(import.meta.dirname, "../../data");
const vocabulary = readVocabulary(data);
const indicators = readIndicators(data, vocabulary);

function words(id: string) {
  const { numerator, denominator, parameters } = getIndicator(indicators, id);
  const values = Object.fromEntries(parameters.map((one) => [one.id, one.value]));
  return [numerator, denominator].map((one) => one && sayFormula(one, values, vocabulary));
}

describe("A formula in words", () => {
  test("says what is counted, with the names of the codes it is narrowed to", () => {
    expect(words("nettoledige")[0]).toEqual({
      da: "Dage på ydelsen ganget med graden, delt med periodens dage; kun A-dagpenge eller Kontanthjælp + Jobparat; ikke dage, hvor personen er i tilbud",
      en: "Days on the benefit times their degree, divided by the days of the period; only Unemployment benefit or Social assistance + Ready for work; not days on which the person is in an offer",
    });
  });

  test("gives the values of the parameters, and both parts of a share", () => {
    const [numerator, denominator] = words("svartid");
    expect(numerator?.da).toBe("Henvendelser besvaret inden 5 arbejdsdage");
    expect(denominator?.da).toBe("Henvendelser, der skulle være besvaret i perioden");
  });

  test("has words for every way to count, and leaves no name unfilled in any indicator", () => {
    const source = readFileSync(join(import.meta.dirname, "../../src/core/indicators/say-formula.ts"), "utf8");
    const missing = Object.keys(measures).filter((name) => !new RegExp(`^  "?${name}"?[:(]`, "m").test(source));
    expect(missing).toEqual([]);
    const said = [...indicators.keys()]
      .flatMap(words)
      .flatMap((text) => (text === undefined ? [] : [text.da, text.en]));
    expect(said.filter((one) => /[{}$_]/.test(one))).toEqual([]);
    expect(said.length).toBeGreaterThan(100);
  });
});
