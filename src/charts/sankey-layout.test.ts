import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutSankey } from "./sankey-layout.ts";

const ids = ["a", "b", "c", "d"];
const nodes = ids.map((id) => ({ id, label: id }));
const some = fc.uniqueArray(
  fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids), value: fc.integer({ min: 1, max: 5000 }) }),
  { selector: ({ from, to }) => `${from}${to}`, minLength: 1 },
);
const room = { height: 400, row: 20 };

describe("People laid out between two columns", () => {
  it("fill each place exactly, and no band covers another where it leaves or arrives", () => {
    fc.assert(
      fc.property(some, (flows) => {
        const layout = layOutSankey({ from: nodes, to: nodes }, flows, room);
        for (const [column, side, at] of [
          [layout.from, "from", "leaves"],
          [layout.to, "to", "arrives"],
        ] as const)
          for (const { id, top, height } of column) {
            const own = layout.flows.filter((flow) => flow[side] === id).toSorted((a, b) => a[at] - b[at]);
            const ends = own.map((flow) => flow[at] + flow.thick);
            expect(own[0][at]).toBeCloseTo(top, 6);
            expect(ends[ends.length - 1]).toBeCloseTo(top + height, 6);
            for (const [k, flow] of own.slice(1).entries()) expect(flow[at]).toBeCloseTo(ends[k], 6);
          }
      }),
    );
  });

  it("keep places so far apart that each can be named", () => {
    fc.assert(
      fc.property(some, (flows) => {
        const { from } = layOutSankey({ from: nodes, to: nodes }, flows, room);
        const middles = from.map(({ top, height }) => top + height / 2);
        for (const [k, middle] of middles.slice(1).entries())
          expect(middle - middles[k]).toBeGreaterThanOrEqual(room.row - 1e-9);
      }),
    );
  });

  it("are all of them: what leaves the left reaches the right", () => {
    fc.assert(
      fc.property(some, (flows) => {
        const { from, to } = layOutSankey({ from: nodes, to: nodes }, flows, room);
        const sum = (column: typeof from) => column.reduce((all, { value }) => all + value, 0);
        expect(sum(from)).toBe(sum(to));
        expect(sum(from)).toBe(flows.reduce((all, { value }) => all + value, 0));
      }),
    );
  });

  it("of whom there are none are nobody", () => {
    expect(layOutSankey({ from: nodes, to: nodes }, [], room)).toEqual({ from: [], to: [], flows: [] });
  });
});
