import { expect, test } from "vitest";
import { parseDelimited } from "../tables/delimited.ts";
import { describeStatbank } from "./describe.ts";

test("a table of Statistikbanken is known by TID and INDHOLD, in Danish and in English", () => {
  for (const text of [
    "OMRÅDE;KØN;TID;INDHOLD\nHele landet;I alt;2018K1;19206\n",
    "BOPKOM\tKØN\tTid\tINDHOLD\nRanders\tTotal\t2008Q1\t37569\n",
  ]) {
    const layout = describeStatbank(parseDelimited(text, "t.csv"));
    expect(layout).toMatchObject({ form: "statbank", measures: ["INDHOLD"], dimensions: ["KØN"] });
    expect(layout?.area).toMatch(/OMRÅDE|BOPKOM/);
  }
});

test("another table is not taken for one", () => {
  expect(describeStatbank(parseDelimited("Periode;Antal\n2018;5\n", "t.csv"))).toBeUndefined();
});
