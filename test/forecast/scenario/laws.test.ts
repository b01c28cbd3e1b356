import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check, parseYaml } from "#connectors/data-files/yaml.ts";
import type { Flows } from "#core/forecast/flow/flows.ts";
import type { Learnt } from "#core/forecast/flow/foresee.ts";
import { type Projection, project } from "#core/forecast/flow/project.ts";
import type { FlowMethod } from "#core/forecast/flow/trust.ts";
import { changesOf } from "#core/forecast/scenario/changes.ts";
import { groupsOf } from "#core/forecast/scenario/groups.ts";
import { compareWays, runScenario } from "#core/forecast/scenario/run.ts";
import { type Scenario, scenarioSchema } from "#core/forecast/scenario/scenario.ts";
import { flowsOf, learntOf, someNumbers, states, writtenLever } from "./flows.ts";

/** A scenario from levers as they are written; at most one rule closes the town's one closable benefit. */
function scenarioOf(levers: readonly unknown[]): Scenario {
  const written = { format: "pejlemaerke-scenario/1", id: "x", title: { da: "x", en: "x" }, levers };
  const known = { states, offers: new Set(["virksomhedspraktik"]) };
  return check(parseYaml(JSON.stringify(written), "x.yaml"), scenarioSchema(known));
}

const someLevers = fc.array(writtenLever, { maxLength: 6 }).map((levers) => {
  const rule = levers.findIndex(({ lever }) => lever === "rule");
  return levers.map((one, at) => (at === rule ? { ...one, closes: "true" } : one));
});

const asked = { horizon: 9, draws: 3, seed: 5 };

function projected(flows: Flows, levers: readonly unknown[]): Projection {
  const { horizon, seed } = asked;
  const projection = project(flows, { ...asked, changes: changesOf(scenarioOf(levers), { flows, horizon, seed }) });
  if (projection === undefined) throw new Error("cancelled");
  return projection;
}

const runs = { numRuns: 60 };

describe("Whatever the scenario", () => {
  test("nobody is lost and nobody made: a stock changes by exactly what flows in and out", () => {
    fc.assert(
      fc.property(someNumbers, someLevers, (numbers, levers) => {
        const { stocks, flows: between, months } = projected(flowsOf(numbers), levers);
        const ends = states.length + 1;
        for (const [h] of months.entries())
          for (const [state] of states.entries()) {
            let change = 0;
            for (let other = 0; other < ends; other++) {
              const at = h * ends * ends;
              if (other !== state) change += between[at + other * ends + state] - between[at + state * ends + other];
            }
            const [before, after] = [stocks[h * states.length + state], stocks[(h + 1) * states.length + state]];
            expect(Math.abs(after - before - change)).toBeLessThan(1e-6 * Math.max(1, before));
            expect(after).toBeGreaterThanOrEqual(-1e-9);
          }
      }),
      runs,
    );
  });

  test("all futures are the same to the last bit in whatever order the levers stand", () => {
    fc.assert(
      fc.property(
        someNumbers,
        someLevers,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (numbers, levers, keys) => {
          const shuffled = levers
            .map((lever) => ({ lever, key: keys.next().value }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ lever }) => lever);
          const [one, other] = [projected(flowsOf(numbers), levers), projected(flowsOf(numbers), shuffled)];
          expect(Buffer.from(other.paths.buffer).equals(Buffer.from(one.paths.buffer))).toBe(true);
          expect(other.stocks).toEqual(one.stocks);
          expect(other.flows).toEqual(one.flows);
        },
      ),
      runs,
    );
  });

  test("more exits never raise that stock at once", () => {
    const more = fc.record({
      benefit: fc.constantFrom("dagpenge", "kontanthjaelp", "uddannelseshjaelp"),
      percent: fc.nat(500),
    });
    fc.assert(
      fc.property(someNumbers, someLevers, more, (numbers, levers, { benefit, percent }) => {
        const first = (all: readonly unknown[]) => {
          const { stocks } = projected(flowsOf(numbers), all);
          const own = groupsOf(states).find(({ id }) => id === benefit)?.states ?? [];
          return own.reduce((sum, state) => sum + stocks[states.length + state], 0);
        };
        const raised = [...levers, { lever: "exits", benefit, by: `+${percent} %` }];
        expect(first(raised)).toBeLessThanOrEqual(first(levers) + 1e-9);
      }),
      runs,
    );
  });
});

describe("No lever, or levers that are not turned,", () => {
  const nothing = [
    { lever: "inflow", benefit: "dagpenge", by: "+0 %" },
    { lever: "exits", benefit: "kontanthjaelp", by: "-0 %" },
    { lever: "closing", benefit: "dagpenge", persons: "0", on: "2027-03-01" },
    { lever: "rule", benefit: "uddannelseshjaelp", to: "kontanthjaelp", share: "0 %", on: "2027-03-01" },
  ];

  test.for([["none", []] as const, ["unturned", nothing] as const])(
    "%s: nothing changes, to the last bit",
    ([, levers]) => {
      fc.assert(
        fc.property(someNumbers, (numbers) => {
          const both = runScenario(learntOf(flowsOf(numbers)), scenarioOf(levers), asked);
          expect(both?.scenario.projection).toEqual(both?.baseline.projection);
          expect(both?.scenario.benefits).toEqual(both?.baseline.benefits);
        }),
        { numRuns: 15 },
      );
    },
  );
});

describe("A scenario beside what is expected without it", () => {
  const flows = flowsOf([0.5, 0.2, 0.9, 0.7, 0.35]);
  const compared = (levers: readonly unknown[], draws = 200, learnt = learntOf(flows)) => {
    const both = runScenario(learnt, scenarioOf(levers), { ...asked, draws });
    if (both === undefined) throw new Error("cancelled");
    return compareWays(both, 5);
  };

  test("differs by less than chance lets either vary, for the same chance meets both", () => {
    const { stocks } = compared([{ lever: "inflow", benefit: "dagpenge", by: "+20 %" }]);
    const last = stocks.findLast(({ id }) => id === "dagpenge");
    const width = (one: { lo80: number; hi80: number } | undefined) => Number(one?.hi80) - Number(one?.lo80);
    expect(last?.difference.lo80).toBeGreaterThan(0);
    expect(width(last?.difference)).toBeLessThan(width(last?.baseline) / 2);
    expect(Number(last?.scenario.mean) - Number(last?.baseline.mean)).toBeCloseTo(Number(last?.difference.mean), 9);
  });

  test("has people in who lose their work, in the month they do", () => {
    const { stocks, flows: between } = compared([
      { lever: "closing", benefit: "dagpenge", persons: "100", on: "2027-03-10" },
    ]);
    const added = stocks.filter(({ id }) => id === "dagpenge").map(({ difference }) => Math.round(difference.mean));
    expect(added.slice(0, 3)).toEqual([0, 0, 50]);
    expect(added[8]).toBeLessThan(60);
    const came = between.find(({ from, to }) => from === "outside" && to === "dagpenge");
    expect(Number(came?.scenario) - Number(came?.baseline)).toBeCloseTo(100, 9);
  });

  test("moves a share on the day of a rule, each to its own visitation, and lets nobody more in", () => {
    const rule = {
      lever: "rule",
      benefit: "uddannelseshjaelp",
      to: "kontanthjaelp",
      share: "100 %",
      on: "2027-02-01",
      closes: "true",
    };
    const { stocks } = compared([rule], 0);
    const left = stocks.filter(({ id }) => id === "uddannelseshjaelp").map(({ scenario }) => scenario.mean);
    expect(left[0]).toBeGreaterThan(0);
    expect(left.slice(2)).toEqual(Array(7).fill(0));
  });

  test("leads on who would come to a closed benefit by way of another that is closed", () => {
    const rule = (benefit: string, to: string) => {
      return { lever: "rule", benefit, to, share: "100 %", on: "2027-02-01", closes: "true" };
    };
    const { stocks } = compared([rule("uddannelseshjaelp", "kontanthjaelp"), rule("kontanthjaelp", "dagpenge")], 0);
    const left = stocks.filter(({ id }) => id === "kontanthjaelp").map(({ scenario }) => scenario.mean);
    // Those moved there from the other that day stay, and nobody follows.
    expect(left.slice(2).every((people, h) => h === 0 || people < left[h + 1])).toBe(true);
    const educated = stocks.filter(({ id }) => id === "uddannelseshjaelp").map(({ scenario }) => scenario.mean);
    expect(educated.slice(2)).toEqual(Array(7).fill(0));
  });

  test("leaves out a benefit that nobody is on and few will be, until a scenario moves people there", () => {
    const empty = "uddannelseshjaelp-aktivitetsparat";
    const isEmpty = (id: string) => id === empty;
    const cells = flows.stocks.length / flows.states.length;
    const abolished: Flows = {
      ...flows,
      stocks: flows.stocks.map((people, at) => (isEmpty(flows.states[Math.floor(at / cells)].id) ? 0 : people)),
      arrivals: flows.arrivals.map((one, s) => (isEmpty(flows.states[s].id) ? { ...one, perMonth: 0.1 } : one)),
      exits: flows.exits.map((one) => ({
        ...one,
        chances: one.chances.map((chance, at) =>
          isEmpty(flows.states[one.destinations[at % one.destinations.length]].id) ? 0 : chance,
        ),
      })),
    };
    const benefitsOf = (levers: readonly unknown[]) => {
      const both = runScenario(learntOf(abolished), scenarioOf(levers), { ...asked, draws: 0 });
      if (both === undefined) throw new Error("cancelled");
      return new Set(compareWays(both, 5).stocks.map(({ id }) => id));
    };
    expect(benefitsOf([]).has("uddannelseshjaelp")).toBe(false);
    const rule = { lever: "rule", benefit: "dagpenge", to: "uddannelseshjaelp", share: "50 %", on: "2027-02-01" };
    expect(benefitsOf([rule]).has("uddannelseshjaelp")).toBe(true);
  });

  test.each(["flow", "drift"] as const)("is as uncertain as the effect it assumes, by %s", (method) => {
    const learnt = learntBy(method, flows);
    const places = (low: string, high: string) => ({
      ...{ lever: "places", offer: "virksomhedspraktik", benefit: "kontanthjaelp", places: "150" },
      effect: { by: "+40 %", low, high, assumption: { da: "Et skøn", en: "A guess" } },
    });
    const widthOf = (lever: unknown) => {
      const { difference } = compared([lever], 200, learnt).stocks.filter(({ id }) => id === "kontanthjaelp")[8];
      expect(difference.mean).toBeLessThan(0);
      return difference.hi95 - difference.lo95;
    };
    expect(widthOf(places("-40 %", "+120 %"))).toBeGreaterThan(1.5 * widthOf(places("+40 %", "+40 %")));
    expect(widthOf(places("+40 %", "+40 %"))).toBeGreaterThan(0);
  });

  test("adds what it changes to a way that is trusted instead of the model, and nothing where it changes nothing", () => {
    const learnt = learntBy("drift", flows);
    const lever = { lever: "inflow", benefit: "dagpenge", by: "+20 %" };
    const byModel = compared([lever]).stocks.filter(({ id }) => id === "dagpenge");
    const byDrift = compared([lever], 200, learnt).stocks.filter(({ id }) => id === "dagpenge");
    for (const [h, { difference }] of byDrift.entries())
      expect(difference.mean).toBeCloseTo(byModel[h].difference.mean, 9);
    for (const { baseline, scenario, difference } of compared([], 200, learnt).stocks) {
      expect(scenario).toEqual(baseline);
      expect(difference).toEqual({ mean: 0, lo80: 0, hi80: 0, lo95: 0, hi95: 0 });
    }
  });
});

/** The town as learnt, each of its benefits told by a way: the last 40 months as many were on it as now. */
function learntBy(method: FlowMethod, flows: Flows): Learnt {
  const learnt = learntOf(flows);
  const fullTime = new Float64Array(40).fill(200);
  const benefits = learnt.seen.benefits.map((one) => ({ ...one, fullTime, persons: fullTime }));
  const seen = { benefits, observed: { ...learnt.seen.observed, months: fullTime.length } };
  return { ...learnt, seen, trust: { methodOf: () => method, width: 1, strayOf: () => 4 } };
}
