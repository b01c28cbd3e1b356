import { expect, test } from "vitest";
import { parseDelimited } from "./delimited.ts";
import { reshape } from "./reshape.ts";

test("a table with the periods as columns gets a row for each", () => {
  const { columns, rows } = reshape(parseDelimited("Kommune;2018M01;2018M02\nAalborg;5;6\nAlbertslund;7;8\n", "a.csv"));
  expect(columns).toEqual(["Kommune", "Periode", "Tal"]);
  expect(rows[3]).toEqual({
    line: 3,
    cells: ["Albertslund", "2018M02", "8"],
    from: { column: 2, name: "2018M02" },
  });
});

test("a year and a month, or a quarter, become one period", () => {
  const periods = (text: string) => reshape(parseDelimited(text, "a.csv")).rows.map(({ cells }) => cells[0]);
  expect(periods("Antal;År;Måned\n5;2018;9\n6;2018;oktober\n")).toEqual(["9/2018", "oktober 2018"]);
  expect(periods("År;Kvartal;Antal\n2018;1. kvartal;5\n2018;2;6\n")).toEqual(["2018Q1", "2018Q2"]);
});

test("any other table stays as it is", () => {
  for (const text of ["Periode;Antal\n2018;5\n", "Måned;Antal\n2018-09;5\n", "År;Måned;Antal\nx;y;5\n"]) {
    const sheet = parseDelimited(text, "a.csv");
    expect(reshape(sheet)).toEqual(sheet);
  }
});
