import { expect, test } from "vitest";
import { parseDay } from "../../calendar/day.ts";
import { formatMonth } from "../../calendar/month.ts";
import { type PlainRow, registerFromRows } from "../../register/from-rows.ts";
import { readAsOf } from "../../register/reading/as-of.ts";
import type { Law } from "../../register/reading/law.ts";
import type { DatedChange } from "./dated.ts";
import type { FlowModel } from "./model.ts";
import { lastMonth } from "./observe.ts";
import { arrivalAt, exitAt, type Observed, stockAt } from "./observed.ts";
import { besideOthers, chosen, see } from "./see.ts";
import type { FlowState } from "./states.ts";

const law: Law = {
  benefitGroups: new Map([
    ["dagpenge", "support"],
    ["sygedagpenge", "support"],
    ["kontanthjaelp", "support"],
    ["uddannelseshjaelp", "support"],
    ["saerlig_stoette", "support"],
  ]),
  pensionAges: [{ bornFrom: parseDay("1900-01-01"), months: 67 * 12, source: "" }],
  contacts: [],
};
const state = (id: string, more: Partial<FlowState>): FlowState => ({
  ...{ id, kind: "benefit", label: { da: id, en: id }, visitation: [], status: [] },
  ...more,
});
const states = [
  state("sygedagpenge", { benefit: "sygedagpenge" }),
  state("dagpenge", { benefit: "dagpenge" }),
  state("kontanthjaelp-jobparat", { benefit: "kontanthjaelp", visitation: ["jobparat"] }),
  state("kontanthjaelp", { benefit: "kontanthjaelp" }),
  state("uddannelseshjaelp", { benefit: "uddannelseshjaelp" }),
  state("saerlig-stoette", { benefit: "saerlig_stoette" }),
  state("arbejde", { kind: "own", status: ["arbejde"] }),
  state("selvforsoergelse", { kind: "own", status: ["selvforsoerget"] }),
  state("doed", { kind: "out", status: ["doed"] }),
];
const reform: DatedChange = {
  ...{
    on: parseDay("2018-01-01"),
    adopted: parseDay("2017-06-01"),
    closed: [],
    source: "",
    text: { da: "-", en: "-" },
  },
  replaced: new Map([["uddannelseshjaelp", "kontanthjaelp"]]),
};
const model: FlowModel = {
  ...{ states, changes: [], durationBands: [0, 1, 3, 12], ageBands: [0, 30], history: 120, fewestMonths: 12 },
  ...{ followed: 6, halfLife: 24, lentExits: 5, levels: { stays: [1], steps: [0], extra: [0] } },
  ...{ origins: 2, betweenOrigins: 3, draws: 10, trialDraws: 10, hours: 20 },
};

/** From 2016 to 2018; somebody whose case ended in 2016 shows from when ends are known. */
function seenOf(
  tables: Readonly<Record<string, readonly PlainRow[]>>,
  more: Partial<FlowModel> = {},
  day = "2018-12-31",
) {
  const first = { person_id: "first", benefit: "dagpenge", from: "2015-12-01", to: "2016-01-15", municipality: "851" };
  const register = registerFromRows({
    extracted: "2018-12-31",
    tables: { ...tables, benefits: [first, ...(tables.benefits ?? [])] },
    covers: { benefits: ["2016-01-01", "2018-12-31"] },
  });
  return see(readAsOf(register, parseDay(day)), law, { ...model, ...more });
}

const numberOf = (id: string) => states.findIndex((one) => one.id === id);
const month = (observed: Observed, written: string) =>
  Array.from({ length: observed.months }, (_, t) => t).find(
    (t) => formatMonth(lastMonth({ ...observed, months: t + 1 })) === written,
  ) ?? -1;

function stock(observed: Observed, written: string, id: string, duration: number): number {
  const at = stockAt(observed, month(observed, written), numberOf(id), duration, 0);
  return observed.stocks[at] + observed.stocks[at + 1];
}

function went(observed: Observed, written: string, from: string, to: string): number {
  const at = exitAt(observed, month(observed, written), numberOf(from), numberOf(to), 0);
  return observed.exits.subarray(at, at + 4 * 2).reduce((sum, one) => sum + one, 0);
}

function came(observed: Observed, written: string, to: string): number {
  const at = arrivalAt(observed, month(observed, written), numberOf(to));
  return observed.arrivals[at] + observed.arrivals[at + 1];
}

const person = (rows: readonly (readonly [string, string, string])[], id = "p") =>
  rows.map(([benefit, from, to]) => ({ person_id: id, benefit, from, to, municipality: "851" }));

test("a person comes from outside, stays, goes to work, and is followed for a while", () => {
  const { observed } = seenOf({
    benefits: person([["dagpenge", "2017-01-10", "2017-03-20"]]),
    employment: [{ person_id: "p", from: "2017-03-21", to: "2018-12-31", hours_per_week: 37, kind: "ordinaer" }],
  });
  expect(came(observed, "2017-01", "dagpenge")).toBe(1);
  expect([stock(observed, "2017-01", "dagpenge", 0), stock(observed, "2017-02", "dagpenge", 1)]).toEqual([1, 1]);
  expect(went(observed, "2017-03", "dagpenge", "arbejde")).toBe(1);
  expect([0, 1, 2, 3, 4, 5].map((d) => stock(observed, `2017-0${3 + d}`, "arbejde", d))).toEqual([1, 1, 1, 1, 1, 1]);
  expect(stock(observed, "2017-09", "arbejde", 6)).toBe(0);
});

test("of two benefits on the last day the first of the list decides, and a visitation tells states apart", () => {
  const { observed } = seenOf({
    benefits: [
      ...person([
        ["dagpenge", "2017-01-10", "2017-06-20"],
        ["sygedagpenge", "2017-02-05", "2017-03-05"],
      ]),
      ...person([["kontanthjaelp", "2017-01-01", "2017-06-30"]], "q"),
    ],
    visitation: [{ person_id: "q", category: "jobparat", from: "2017-03-01", to: "2017-12-31" }],
  });
  expect(went(observed, "2017-02", "dagpenge", "sygedagpenge")).toBe(1);
  expect(went(observed, "2017-03", "sygedagpenge", "dagpenge")).toBe(1);
  expect(went(observed, "2017-03", "kontanthjaelp", "kontanthjaelp-jobparat")).toBe(1);
});

test("what is not yet known on the day is not seen", () => {
  const rows = person([["dagpenge", "2017-01-10", "2018-03-20"]]);
  const { observed } = seenOf({ benefits: rows }, {}, "2018-03-15");
  expect(formatMonth(lastMonth(observed))).toBe("2018-02");
  expect(stock(observed, "2018-02", "dagpenge", 12)).toBe(1);
});

test("full-time persons are days times degree over the days of the month, by benefit, whatever comes first", () => {
  const { benefits } = seenOf({
    benefits: person([
      ["dagpenge", "2017-02-01", "2017-02-14"],
      ["sygedagpenge", "2017-02-01", "2017-02-28"],
    ]),
  });
  const dagpenge = benefits.find(({ benefit }) => benefit === "dagpenge");
  expect(dagpenge?.fullTime[13]).toBe(0.5);
  expect(dagpenge?.persons[13]).toBe(0);
});

test("a benefit that is had beside another is known as such", () => {
  const seen = seenOf({
    benefits: person([
      ["kontanthjaelp", "2017-01-01", "2018-12-31"],
      ["saerlig_stoette", "2017-01-01", "2018-12-31"],
    ]),
  });
  expect([...besideOthers(seen)]).toEqual(["saerlig_stoette"]);
  expect(() => chosen(seen, ["dagpeng"])).toThrow("dagpeng");
});

test("the past of a replaced benefit is told as the one in force, and its last month teaches nothing", () => {
  const rows = person([
    ["uddannelseshjaelp", "2017-01-10", "2017-12-31"],
    ["kontanthjaelp", "2018-01-01", "2018-12-31"],
  ]);
  const { observed, benefits } = seenOf({ benefits: rows }, { changes: [reform] });
  expect(stock(observed, "2017-06", "kontanthjaelp", 5)).toBe(1);
  expect(benefits.map(({ benefit }) => benefit)).toEqual(["dagpenge", "kontanthjaelp"]);
  expect(observed.leftOut.has(month(observed, "2018-01"))).toBe(true);
  const before = seenOf({ benefits: rows }, { changes: [reform] }, "2017-11-30");
  expect(before.benefits.map(({ benefit }) => benefit)).toEqual(["dagpenge", "uddannelseshjaelp"]);
});

test("months with any benefit are counted until a year of self-support", () => {
  const rungOf = (rows: readonly (readonly [string, string, string])[]) => {
    const { observed } = seenOf({ benefits: person(rows) });
    return observed.rungs.findIndex((layer) => layer.some((persons) => persons > 0));
  };
  expect(
    rungOf([
      ["dagpenge", "2018-08-01", "2018-10-31"],
      ["sygedagpenge", "2018-11-01", "2018-12-31"],
    ]),
  ).toBe(5);
  expect(
    rungOf([
      ["dagpenge", "2017-08-01", "2017-12-31"],
      ["dagpenge", "2018-11-01", "2018-12-31"],
    ]),
  ).toBe(7);
  expect(
    rungOf([
      ["dagpenge", "2017-01-01", "2017-07-31"],
      ["dagpenge", "2018-11-01", "2018-12-31"],
    ]),
  ).toBe(2);
});

test("a register of too few months is refused", () => {
  expect(() => seenOf({}, {}, "2016-06-30")).toThrow("12");
});

test("who leaves a benefit on reaching an age is counted at the age of the month before, when they were on it", () => {
  const { observed } = seenOf({
    persons: [{ person_id: "p", birth_date: "1987-03-10", sex: "kvinde" }],
    benefits: [
      { person_id: "p", benefit: "uddannelseshjaelp", from: "2016-05-01", to: "2017-03-10", municipality: "851" },
      { person_id: "p", benefit: "kontanthjaelp", from: "2017-03-10", to: "", municipality: "851" },
    ],
  });
  const at = exitAt(observed, month(observed, "2017-03"), numberOf("uddannelseshjaelp"), numberOf("kontanthjaelp"), 2);
  expect([observed.exits[at], observed.exits[at + 1]]).toEqual([1, 0]);
});
