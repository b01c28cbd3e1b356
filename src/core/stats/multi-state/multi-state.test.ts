import fc from "fast-check";
import { expect, test } from "vitest";
import { expectClose } from "../../../../test/close.ts";
import { kaplanMeier } from "../survival/kaplan-meier.ts";
import { aalenJohansen } from "./aalen-johansen.ts";
import reference from "./multi-state.reference.json" with { type: "json" };
import type { Stays } from "./stays.ts";

const { nxt, ...columns } = reference.stays;
const stays: Stays = { states: 4, ...columns, next: nxt };

test("with a known start, shares are those of R's survfit to 1e-8 and the jackknife's errors to 1e-6", () => {
  const { time, probability, error, atRisk } = aalenJohansen(stays, { start: reference.start });
  const { known } = reference;
  expectClose(time, known.time, 0);
  expectClose(atRisk, known.atRisk.flat(), 0);
  expectClose(probability, known.probability.flat(), 1e-12);
  expectClose(error, known.error.flat(), 1e-12);
});

test("with the start estimated, its uncertainty is in the errors, as in survfit with influence", () => {
  const { probability, error } = aalenJohansen(stays);
  expectClose(probability, reference.estimated.probability.flat(), 1e-12);
  expectClose(error, reference.estimated.error.flat(), 1e-12);
});

test("Greenwood's errors from one state are those of R's etm", () => {
  const { time, probability, error } = aalenJohansen(stays, { start: [1, 0, 0, 0], errors: "greenwood" });
  const { greenwood } = reference;
  expectClose(time, greenwood.time, 0);
  expectClose(probability, greenwood.probability.flat(), 1e-12);
  expectClose(error, greenwood.error.flat(), 1e-12);
});

test("with one state to leave the shares are the cumulative incidence of R's cmprsk", () => {
  const { end, cause } = reference.exits;
  const zeros = end.map(() => 0);
  const exits = { states: 3, person: end.map((_, i) => i), entry: zeros, state: zeros, end, next: cause };
  const { time, probability } = aalenJohansen(exits);
  expectClose(time, reference.incidence.time, 0);
  const ours = Array.from(time, (_, step) => [probability[step * 3 + 1], probability[step * 3 + 2]]);
  expectClose(ours.flat(), reference.incidence.probability.flat(), 1e-12);
});

/** Walks of a few persons over three states, the last never left, with late entries, gaps and losses. */
const walks = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 4 }),
      state: fc.integer({ min: 0, max: 1 }),
      steps: fc.array(
        fc.record({ gap: fc.constantFrom(0, 0, 2), length: fc.integer({ min: 1, max: 5 }), next: fc.nat(2) }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((persons) => {
    const rows = persons.flatMap(({ from, state, steps }, person) => {
      let [at, now] = [from, state];
      return steps.flatMap(({ gap, length, next }) => {
        if (now === 2) return [];
        const row = { person, entry: at + gap, end: at + gap + length, state: now, next };
        [at, now] = [row.end, next];
        return [row];
      });
    });
    return toStays(rows);
  });

type Row = { person: number; entry: number; end: number; state: number; next: number };

function toStays(rows: readonly Row[]): Stays {
  const column = (name: keyof Row) => rows.map((row) => row[name]);
  const [person, entry, end] = [column("person"), column("entry"), column("end")];
  return { states: 3, person, entry, end, state: column("state"), next: column("next") };
}

/** The curves by their definition: every person's pull followed step by step. */
function byDefinition({ states, person, entry, end, state, next }: Stays, known?: readonly number[]) {
  const rows = Array.from(person, (one, i) => ({ one, entry: entry[i], end: end[i], state: state[i], next: next[i] }));
  const times = [...new Set(rows.filter((r) => r.next !== r.state).map((r) => r.end))].sort((a, b) => a - b);
  const persons = [...new Set(Array.from(person))];
  const all = Array.from({ length: states }, (_, i) => i);
  const atFirst = rows.filter((r) => r.entry < times[0] && r.end >= times[0]);
  let share = known ? [...known] : all.map((s) => atFirst.filter((r) => r.state === s).length / atFirst.length);
  let pulls = persons.map((one) => {
    const own = atFirst.find((r) => r.one === one);
    return all.map((s) => (own && !known ? ((own.state === s ? 1 : 0) - share[s]) / atFirst.length : 0));
  });
  return times.map((t) => {
    const risk = rows.filter((r) => r.entry < t && r.end >= t);
    const went = (r: (typeof rows)[number]) => (r.end === t ? r.next : r.state);
    const moves = all.map((j) => {
      const here = risk.filter((r) => r.state === j);
      return all.map((k) => (here.length ? here.filter((r) => went(r) === k).length / here.length : j === k ? 1 : 0));
    });
    const before = share;
    share = all.map((k) => all.reduce((sum, j) => sum + before[j] * moves[j][k], 0));
    pulls = pulls.map((pull, i) => {
      const own = risk.find((r) => r.one === persons[i]);
      const watched = own ? risk.filter((r) => r.state === own.state).length : 1;
      return all.map((k) => {
        const carried = all.reduce((sum, j) => sum + pull[j] * moves[j][k], 0);
        return own
          ? carried + (before[own.state] / watched) * ((went(own) === k ? 1 : 0) - moves[own.state][k])
          : carried;
      });
    });
    return { share, error: all.map((k) => Math.sqrt(pulls.reduce((sum, pull) => sum + pull[k] ** 2, 0))) };
  });
}

test("the sweep gives what following every person gives, however few are watched", () => {
  fc.assert(
    fc.property(walks, fc.constantFrom(undefined, [0.25, 0.5, 0.25]), (some, start) => {
      const { probability, error } = aalenJohansen(some, { start });
      const slow = byDefinition(some, start);
      expectClose(
        probability,
        slow.flatMap((one) => one.share),
        1e-12,
      );
      // Variances: the root of one that is 0 shows its rounding.
      expectClose(
        error.map((one) => one * one),
        slow.flatMap((one) => one.error.map((each) => each * each)),
        1e-12,
      );
    }),
    { numRuns: 500 },
  );
});

test("the shares add up to 1 at every time, and each is from 0 to 1", () => {
  fc.assert(
    fc.property(walks, (some) => {
      const { time, probability } = aalenJohansen(some, { errors: "none" });
      for (const share of probability) expect(share).toBeGreaterThanOrEqual(0);
      const sums = Array.from(time, (_, step) => probability.slice(step * 3, step * 3 + 3).reduce((a, b) => a + b));
      expectClose(
        sums,
        sums.map(() => 1),
        1e-12,
      );
    }),
  );
});

test("with two states it is Kaplan-Meier's curve, and both kinds of error are Greenwood's", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat(1)), { minLength: 1 }), (waits) => {
      const [end, event] = [waits.map(([one]) => one), waits.map(([, one]) => one)];
      const zeros = end.map(() => 0);
      const two = { states: 2, person: end.map((_, i) => i), entry: zeros, end, state: zeros, next: event };
      const curve = kaplanMeier({ end, event });
      for (const errors of ["jackknife", "greenwood"] as const) {
        const { probability, error } = aalenJohansen(two, { start: [1, 0], errors });
        const waiting = (column: Float64Array) => column.filter((_, at) => at % 2 === 0);
        expectClose(waiting(probability), curve.survival, 1e-12);
        // Squares of a sum that is 0 leave its rounding.
        expectClose(waiting(error), curve.error, 1e-7);
      }
    }),
  );
});

test("the columns given are left as they were", () => {
  const frozen = { ...stays, person: Object.freeze([...columns.person]), end: Object.freeze([...columns.end]) };
  expect(aalenJohansen(frozen)).toEqual(aalenJohansen(stays));
});

test("stays that overlap, end before they enter or name no state are refused", () => {
  const row = { person: 0, entry: 0, end: 5, state: 0, next: 1 };
  expect(() => aalenJohansen(toStays([row, { ...row, entry: 2, end: 8 }]))).toThrow("overlap: 0");
  expect(() => aalenJohansen(toStays([{ ...row, end: 0 }]))).toThrow("row 0");
  expect(() => aalenJohansen(toStays([row, { ...row, person: 1, next: 3 }]))).toThrow("row 1");
  expect(() => aalenJohansen(toStays([{ ...row, person: 0.5 }]))).toThrow("numbered persons");
  expect(() => aalenJohansen(toStays([row]), { start: [0.5, 0.4, 0] })).toThrow("add up to 1");
  expect(() => aalenJohansen({ ...toStays([row]), next: [] })).toThrow("same length");
});
