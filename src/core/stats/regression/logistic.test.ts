import fc from "fast-check";
import { expect, test } from "vitest";
import { expectClose } from "../../../../test/close.ts";
import { findCholesky, inverse, solve } from "./cholesky.ts";
import reference from "./logistic.reference.json" with { type: "json" };
import { fitLogistic, type LogisticFit } from "./logistic.ts";

const { age, months, ready, left, weight, admissions } = reference;
const ones = left.map(() => 1);
const columns = [ones, age, months, ready];

function expectFit(fit: LogisticFit, r: (typeof reference)["plain"]) {
  expectClose(fit.coefficients, r.coefficients, 1e-8);
  expectClose(fit.errors, r.errors, 1e-8);
  expectClose(fit.fitted, r.fitted, 1e-8);
  expectClose([fit.deviance], [r.deviance], 1e-10);
}

test("coefficients, errors, probabilities and deviance are those of R's glm", () => {
  expectFit(fitLogistic(columns, left), reference.plain);
});

test("weighted rows count as in R's glm", () => {
  expectFit(fitLogistic(columns, left, weight), reference.weighted);
});

test("shares of counts are fitted as in R's glm: Berkeley's admissions", () => {
  expectFit(fitLogistic(admissions.columns, admissions.share, admissions.applied), admissions.fit);
});

test("a group's column makes the mean probability of the group its share", () => {
  const group = fc.array(fc.nat(1), { minLength: 2 }).filter((one) => one.includes(0) && one.includes(1));
  fc.assert(
    fc.property(group, group, (a, b) => {
      const [first, second] = [
        [...a.map(() => 1), ...b.map(() => 0)],
        [...a.map(() => 0), ...b.map(() => 1)],
      ];
      const { fitted } = fitLogistic([first, second], [...a, ...b]);
      const share = (some: readonly number[]) => some.filter((one) => one === 1).length / some.length;
      expectClose([fitted[0], fitted[a.length]], [share(a), share(b)], 1e-9);
    }),
  );
});

test("a row of weight 2 is two rows, and columns given are left as they were", () => {
  const frozen = columns.map((column) => Object.freeze([...column]));
  const doubled = fitLogistic(
    frozen,
    left,
    left.map((_, row) => (row < 5 ? 2 : 1)),
  );
  const twice = (column: readonly number[]) => [...column, ...column.slice(0, 5)];
  expectClose(doubled.coefficients, fitLogistic(columns.map(twice), twice(left)).coefficients, 1e-9);
});

test("columns that follow from each other, and columns that part the outcomes, are refused with the reason", () => {
  expect(() => fitLogistic([ones, age, age.map((one) => 2 * one + 1)], left)).toThrow("follow from each other");
  expect(() =>
    fitLogistic(
      [
        [1, 1, 1, 1],
        [1, 2, 3, 4],
      ],
      [0, 0, 1, 1],
    ),
  ).toThrow("grows without end");
  expect(() => fitLogistic([[1, 1, 1]], [1, 1, 1])).toThrow("grows without end");
});

test("outcomes beyond 0-1, weights below 0 and columns of different length are refused", () => {
  expect(() => fitLogistic([[1, 1]], [0, 2])).toThrow("outcomes from 0 to 1");
  expect(() => fitLogistic([[1, 1]], [0, 1], [1, -1])).toThrow("weights from 0");
  expect(() => fitLogistic([[1]], [0, 1])).toThrow("same length");
});

test("Cholesky's triangle solves, inverts, and is none where rows follow from each other", () => {
  const matrix = Float64Array.of(4, 2, 2, 5);
  const cholesky = findCholesky(matrix, 2);
  if (cholesky === undefined) throw new Error("positive definite");
  expectClose(cholesky.lower, [2, 0, 1, 2], 1e-15);
  expectClose(solve(cholesky, [8, 12]), [1, 2], 1e-15);
  expectClose(inverse(cholesky), [5 / 16, -1 / 8, -1 / 8, 1 / 4], 1e-15);
  expect(findCholesky(Float64Array.of(1, 2, 2, 4), 2)).toBeUndefined();
});
