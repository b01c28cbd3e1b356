import { test } from "vitest";
import { expectClose, expectRelativelyClose } from "../../../../test/close.ts";
import { betaTails } from "./beta.ts";
import { chiSquaredQuantile, chiSquaredTails } from "./chi-squared.ts";
import reference from "./distributions.reference.json" with { type: "json" };
import { gammaTails } from "./gamma.ts";
import { gammaQuantile } from "./gamma-quantile.ts";
import { logGamma } from "./log-gamma.ts";
import { normalCumulative, normalDensity, normalQuantile } from "./normal.ts";
import { studentCumulative, studentQuantile } from "./student-t.ts";

// Every reference value is R's, by the code of distributions.R.

test("the logarithm of the gamma function is R's", () => {
  const { x, value } = reference.logGamma;
  expectClose(x.map(logGamma), value, 2e-14);
});

test("the normal distribution and its density are R's, also 37 standard deviations out", () => {
  const { x, density, below } = reference.normal;
  expectRelativelyClose(x.map(normalDensity), density, 1e-12);
  expectRelativelyClose(x.map(normalCumulative), below, 1e-12);
});

test("normal quantiles are R's from a probability of 1e-300", () => {
  const { p, x } = reference.normalQuantile;
  expectRelativelyClose(p.map(normalQuantile), x, 1e-14);
});

test("both tails of the gamma distribution are R's, of shapes from 0.01 to 100,000", () => {
  const { x, shape, below, above } = reference.gamma;
  const tails = x.map((one, i) => gammaTails(shape[i], one));
  expectRelativelyClose(
    tails.map((one) => one.below),
    below,
    1e-11,
  );
  expectRelativelyClose(
    tails.map((one) => one.above),
    above,
    1e-11,
  );
});

test("gamma quantiles are R's", () => {
  const { p, shape, x } = reference.gammaQuantile;
  expectRelativelyClose(
    p.map((one, i) => gammaQuantile(one, shape[i])),
    x,
    1e-11,
  );
});

test("chi-squared tails and quantiles are R's", () => {
  const { chiSquared, chiSquaredQuantile: quantile } = reference;
  expectRelativelyClose(
    chiSquared.x.map((x, i) => chiSquaredTails(x, chiSquared.df[i]).above),
    chiSquared.above,
    1e-12,
  );
  expectRelativelyClose(
    quantile.p.map((p, i) => chiSquaredQuantile(p, quantile.df[i])),
    quantile.x,
    1e-12,
  );
});

test("Student's t is R's from half a degree of freedom to 1,000", () => {
  const { t, df, below } = reference.student;
  expectRelativelyClose(
    t.map((one, i) => studentCumulative(one, df[i])),
    below,
    1e-11,
  );
});

test("quantiles of Student's t are R's", () => {
  const { p, df, t } = reference.studentQuantile;
  expectClose(
    p.map((one, i) => studentQuantile(one, df[i])),
    t,
    1e-10,
  );
});

test("both tails of the beta distribution are R's", () => {
  const { x, a, b, below, above } = reference.beta;
  const tails = x.map((one, i) => betaTails(a[i], b[i], one));
  expectRelativelyClose(
    tails.map((one) => one.below),
    below,
    1e-11,
  );
  expectRelativelyClose(
    tails.map((one) => one.above),
    above,
    1e-11,
  );
});
