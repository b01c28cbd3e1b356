import { expect, test } from "vitest";
import { decodeText } from "./decode.ts";

test("UTF-8 is read with and without a byte-order mark, which is left out", () => {
  expect(decodeText(Buffer.from("OMRÅDE;Ærø"))).toBe("OMRÅDE;Ærø");
  expect(decodeText(Buffer.from("\ufeffOMRÅDE"))).toBe("OMRÅDE");
});

test("bytes that are not UTF-8 are Windows-1252, as Excel saves CSV", () => {
  expect(decodeText(Buffer.from([0x4f, 0x4d, 0x52, 0xc5, 0x44, 0x45, 0x20, 0x80]))).toBe("OMRÅDE €");
});

test("UTF-16 is read when its mark says so, as Excel saves «Unicode text»", () => {
  expect(decodeText(Buffer.from("\ufeffKøge\t1", "utf16le"))).toBe("Køge\t1");
});
