import fc from "fast-check";
import { expect, test } from "vitest";
import { expectClose } from "../../../../test/close.ts";
import { normal } from "../draw.ts";
import { leastSquaresInBox } from "../least-squares.ts";
import { randomFrom } from "../random.ts";
import { findBestStart } from "./best-start.ts";
import { fitSmoothing } from "./fit.ts";
import { follow } from "./follow.ts";
import { type Form, parametersOf, type State } from "./form.ts";
import { predict, predictionInterval } from "./predict.ts";
import reference from "./smoothing.reference.json" with { type: "json" };

const trends: readonly Form["trend"][] = ["none", "additive", "damped"];

/** What R's ets found for a series, in our words. */
const cases = reference.map((one) => ({
  ...one,
  form: { trend: trends.find((trend) => trend === one.trend) ?? "none", season: one.season } satisfies Form,
  start: { ...one.start, season: Float64Array.from(one.start.season) } satisfies State,
}));

test.each(cases)("from R's weights and start the surprises of $name are R's ($trend, season of $season)", (r) => {
  expectClose(follow(Float64Array.from(r.values), r.weights, r.start).errors, r.errors, 1e-10);
});

test.each(cases)("from R's fit of $name means and deviations are R's ($trend, season of $season)", (r) => {
  const { errors, end } = follow(Float64Array.from(r.values), r.weights, r.start);
  const { logLikelihood, aic, aicc, bic } = r;
  const fit = {
    form: r.form,
    weights: r.weights,
    start: r.start,
    end,
    errors,
    variance: r.sigma2,
    logLikelihood,
    aic,
    aicc,
    bic,
  };
  const predictions = predict(fit, r.mean.length);
  expectClose(
    predictions.map((one) => one.mean),
    r.mean,
    1e-8,
  );
  expectClose(
    predictions.map((one) => one.deviation),
    r.deviation,
    1e-8,
  );
});

test.each(cases)("our fit of $name is as likely as R's or more ($trend, season of $season)", (r) => {
  const fit = fitSmoothing(r.values, r.form);
  expect(fit.logLikelihood).toBeGreaterThanOrEqual(r.logLikelihood - 1e-6);
  // The criteria are R's but for the better likelihood.
  const gained = 2 * (fit.logLikelihood - r.logLikelihood);
  expectClose([fit.aic, fit.aicc, fit.bic], [r.aic - gained, r.aicc - gained, r.bic - gained], 1e-9);
});

test("no small change of the best start makes the surprises smaller", () => {
  const { values, form, weights } = cases[8];
  const series = Float64Array.from(values);
  const best = findBestStart(series, form, weights);
  if (best === undefined) throw new Error("long enough");
  const squares = (state: State) => follow(series, weights, state).errors.reduce((sum, e) => sum + e * e, 0);
  expectClose([best.squares], [squares(best.state)], 1e-9);
  expectClose([best.state.season.reduce((sum, one) => sum + one, 0)], [0], 1e-12);
  for (const small of [-0.01, 0.01]) {
    expect(squares({ ...best.state, level: best.state.level + small })).toBeGreaterThan(best.squares);
    expect(squares({ ...best.state, slope: best.state.slope + small })).toBeGreaterThan(best.squares);
    for (let i = 0; i < 12; i++) {
      const season = best.state.season.map((one, at) => (at === i ? one + small : one));
      expect(squares({ ...best.state, season })).toBeGreaterThan(best.squares);
    }
  }
});

test("a straight line with a season is followed without surprise and goes on", () => {
  const effects = [3, -1, -4, 2];
  const values = Array.from({ length: 24 }, (_, t) => 10 + 0.5 * t + effects[t % 4]);
  const fit = fitSmoothing(values, { trend: "additive", season: 4 });
  expectClose(
    fit.errors,
    values.map(() => 0),
    1e-6,
  );
  const coming = Array.from({ length: 6 }, (_, h) => 10 + 0.5 * (24 + h) + effects[(24 + h) % 4]);
  expectClose(
    predict(fit, 6).map((one) => one.mean),
    coming,
    1e-6,
  );
});

test("a series moved and stretched gives a forecast moved and stretched", () => {
  const { values, form } = cases[7];
  const plain = predict(fitSmoothing(values, form), 4);
  const moved = predict(
    fitSmoothing(
      values.map((one) => 100 + 20 * one),
      form,
    ),
    4,
  );
  expectClose(
    moved.map((one) => one.mean),
    plain.map((one) => 100 + 20 * one.mean),
    1e-4,
  );
  expectClose(
    moved.map((one) => one.deviation),
    plain.map((one) => 20 * one.deviation),
    1e-4,
  );
});

test("intervals of a series that is as the form says hold their level", () => {
  const random = randomFrom(8);
  let inside = 0;
  for (let run = 0; run < 300; run++) {
    let level = 50;
    const values = Array.from({ length: 84 }, () => {
      const e = normal(random);
      const value = level + e;
      level += 0.4 * e;
      return value;
    });
    const coming = predict(fitSmoothing(values.slice(0, 80), { trend: "none", season: 1 }), 4)[3];
    const { low, high } = predictionInterval(coming, 0.8);
    if (low <= values[83] && values[83] <= high) inside++;
  }
  // 80 % of 300, ± 2.6 standard errors.
  expect(inside).toBeGreaterThan(222);
  expect(inside).toBeLessThan(258);
});

test("a series with hardly more values than parameters costs without end by AICc, and one that never changes goes on so", () => {
  const form: Form = { trend: "additive", season: 1 };
  const cost = (length: number) => fitSmoothing([3, 1, 4, 1, 5, 9, 2, 6].slice(0, length), form).aicc;
  expect([cost(5), cost(6)]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(cost(7)).toBeLessThan(Number.POSITIVE_INFINITY);
  const even = fitSmoothing(new Array(30).fill(7), { trend: "damped", season: 4 });
  for (const { mean, deviation } of predict(even, 6)) expectClose([mean, deviation], [7, 0], 1e-6);
});

test("the series given is left as it was", () => {
  const values = Object.freeze([...cases[0].values]);
  expect(() => fitSmoothing(values, cases[0].form)).not.toThrow();
});

test("a series too short for its form, one with a gap, and no horizon are refused", () => {
  const form: Form = { trend: "additive", season: 4 };
  const short = Array.from({ length: parametersOf(form) }, (_, t) => t * t);
  expect(() => fitSmoothing(short, form)).toThrow("more than 8 values");
  expect(() => fitSmoothing([1, Number.NaN, 3, 4, 5], { trend: "none", season: 1 })).toThrow("needs numbers");
  expect(() => predict(fitSmoothing([1, 3, 2, 4, 5], { trend: "none", season: 1 }), 0)).toThrow("horizon from 1");
});

test("the least sum of squares is found, also where it lies at a wall", () => {
  const inside = fc.double({ min: -0.5, max: 1.5, noNaN: true });
  fc.assert(
    fc.property(inside, inside, inside, (a, b, c) => {
      const residuals = ([x, y, z]: Float64Array) => Float64Array.of(x - a, 3 * (y - b), z - c, 1);
      const { at } = leastSquaresInBox(residuals, [0.5, 0.5, 0.5], 1e-14);
      expectClose(
        at,
        [a, b, c].map((one) => Math.min(1, Math.max(0, one))),
        1e-5,
      );
    }),
  );
});

test("a curved valley is followed to its floor", () => {
  // Rosenbrock's, with its floor at (0.5, 0.25).
  const residuals = ([x, y]: Float64Array) => Float64Array.of(20 * (y - x * x), 0.5 - x);
  expectClose(leastSquaresInBox(residuals, [0.05, 0.9], 1e-14).at, [0.5, 0.25], 1e-6);
  expect(() => leastSquaresInBox(residuals, [1.5, 0])).toThrow("unit box");
});
