import { parentPort } from "node:worker_threads";
import type { Register } from "#core/register/columns.ts";
import { countStocks } from "#core/register/counting/stocks.ts";
import { cellsOf } from "#core/register/counting/table.ts";
import { personsAt, sumAt } from "#core/register/counting/tally.ts";
import { windowsOf } from "#core/register/counting/windows.ts";
import { dictionaryOf, startDictionaries } from "#core/register/dictionary.ts";
import type { Law } from "#core/register/reading/law.ts";
import type { StockCounts, StockTask } from "./count.ts";

/** Stocks are counted by rows alone: no law decides on them. */
const noLaw: Law = { benefitGroups: new Map(), pensionAges: [], contacts: [] };

parentPort?.on("message", (task: StockTask) => parentPort?.postMessage(countPart(task)));

/** The counts of one part of the persons. */
function countPart({ register: shared, periods, by, persons }: StockTask): StockCounts {
  const { asOf, words, benefits, residence, ...rest } = shared;
  const register: Register = {
    ...rest,
    dictionaries: {
      ...startDictionaries(),
      person: { words: new Array(shared.persons), numbers: new Map() },
      benefit: dictionaryOf(words.benefit.slice(1)),
      municipality: dictionaryOf(words.municipality.slice(1)),
    },
    tables: { benefits, ...(residence && { residence }) },
  };
  const table = countStocks({ register, asOf }, noLaw, windowsOf(periods), by, persons);
  const cells = [...cellsOf(table).values()];
  const counts = (at: typeof sumAt) =>
    Float64Array.from(cells.flatMap(({ cell }) => periods.map((_, w) => at(table.tally, cell, w))));
  return { cells: cells.map(({ words }) => words), days: counts(sumAt), persons: counts(personsAt) };
}
