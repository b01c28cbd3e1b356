import { expect, test } from "vitest";
import { parsePrinted } from "./printed.ts";
import { printedText } from "./printed-text.ts";

test.each([
  ["3.400 fuldtidspersoner", "3,400 full-time persons"],
  ["ca. 3.400 personer", "about 3,400 persons"],
  ["11,4 %", "11.4%"],
  ["5 pct.", "5%"],
  ["+3,1 procentpoint", "3.1 percentage points"],
  ["ca. 15 mio. kr.", "about DKK 15 million"],
  ["1,25 mia. kr.", "DKK 1.25 billion"],
  ["300-320 personer", "300–320 persons"],
  ["knap 4.000 personer", "just under 4,000 persons"],
])("«%s» stays as it is printed in Danish and is %s in English", (printed, en) => {
  expect(printedText(parsePrinted(printed))).toEqual({ da: printed, en });
});
