import { expect, test } from "vitest";
import { findNumberWord, findShareWords } from "./number-words.ts";

test.each([
  ["en", 1],
  ["Fire", 4],
  ["tolv", 12],
  ["tretten", undefined],
  ["constructor", undefined],
])("the number word %s is %s", (word, number) => {
  expect(findNumberWord(word)).toBe(number);
});

test.each([
  ["halvdelen", 1 / 2],
  ["hver anden", 1 / 2],
  ["hver femte", 1 / 5],
  ["en tredjedel", 1 / 3],
  ["to tredjedele", 2 / 3],
  ["tre fjerdedele", 3 / 4],
  ["tre tredjedele", undefined],
  ["en femte", undefined],
  ["hver femtedel", undefined],
  ["hver dag", undefined],
])("the words %s are the share %s", (words, share) => {
  expect(findShareWords(words)).toBe(share);
});
