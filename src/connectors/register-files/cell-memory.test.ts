import fc from "fast-check";
import { expect, test } from "vitest";
import { remembering } from "./cell-memory.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

test("each distinct cell is read once, wherever it stands", () => {
  const asked: string[] = [];
  const read = remembering((bytes, from, to) => asked.push(new TextDecoder().decode(bytes.subarray(from, to))));
  const line = bytesOf("ab,cd,ab");
  expect([read(line, 0, 2), read(line, 3, 5), read(line, 6, 8), read(bytesOf("cd"), 0, 2)]).toEqual([1, 2, 1, 2]);
  expect(asked).toEqual(["ab", "cd"]);
});

test("a cell that cannot be read is remembered too, and an empty one is a cell", () => {
  let count = 0;
  const read = remembering(() => {
    count++;
    return { code: "empty-cell", parameters: {} };
  });
  expect(read(bytesOf(""), 0, 0)).toEqual({ code: "empty-cell", parameters: {} });
  expect(read(bytesOf("x"), 1, 1)).toEqual({ code: "empty-cell", parameters: {} });
  expect(count).toBe(1);
});

test("however many cells there are, each keeps its own value", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { minLength: 3000, maxLength: 6000 }), (cells) => {
      const numbers = new Map<string, number>();
      const read = remembering((bytes, from, to) => {
        const text = new TextDecoder().decode(bytes.subarray(from, to));
        expect(numbers.has(text)).toBe(false);
        numbers.set(text, numbers.size);
        return numbers.size - 1;
      });
      for (const cell of cells) {
        const bytes = bytesOf(cell);
        const value = read(bytes, 0, bytes.length);
        expect(value).toBe(numbers.get(new TextDecoder().decode(bytes)));
      }
    }),
    { numRuns: 5 },
  );
});
