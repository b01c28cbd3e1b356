/** A place that people flow from or to. */
export type SankeyNode = { readonly id: string; readonly label: string };

/** People who flow from one place to another. */
export type SankeyFlow = { readonly from: string; readonly to: string; readonly value: number };

/** Where a place stands: from `top`, so tall. */
export type PlacedNode = SankeyNode & { readonly value: number; readonly top: number; readonly height: number };

/** Where a flow begins on the left and ends on the right: the tops of its band, and how thick it is. */
export type PlacedFlow<F extends SankeyFlow> = F & {
  readonly leaves: number;
  readonly arrives: number;
  readonly thick: number;
};

export type SankeyLayout<F extends SankeyFlow> = {
  readonly from: readonly PlacedNode[];
  readonly to: readonly PlacedNode[];
  readonly flows: readonly PlacedFlow<F>[];
};

/**
 * Lays people out between two columns: places from top to bottom in the order given, as tall as the people who leave or
 * reach them, at least `row` apart so that each can be named; the flows of a place in the order of where they go, so that
 * they cross as little as the order allows. Places without people are left out.
 */
export function layOutSankey<F extends SankeyFlow>(
  nodes: { readonly from: readonly SankeyNode[]; readonly to: readonly SankeyNode[] },
  flows: readonly F[],
  { height, row }: { readonly height: number; readonly row: number },
): SankeyLayout<F> {
  const sums = { from: sumsBy(flows, "from"), to: sumsBy(flows, "to") };
  const there = {
    from: nodes.from.filter(({ id }) => sums.from.has(id)),
    to: nodes.to.filter(({ id }) => sums.to.has(id)),
  };
  const known = flows.filter(({ from, to }) => has(there.from, from) && has(there.to, to));
  const total = known.reduce((sum, { value }) => sum + value, 0);
  const most = Math.max(there.from.length, there.to.length);
  const each = total === 0 ? 0 : Math.max(height * 0.2, height - most * row) / total;
  const column = (side: "from" | "to") => stack(there[side], sums[side], each, { height, row });
  const [from, to] = [column("from"), column("to")];
  const order = { from: places(from), to: places(to) };
  const [left, right] = [new Map(from.map(({ id, top }) => [id, top])), new Map(to.map(({ id, top }) => [id, top]))];
  const leaves = new Map<F, number>();
  for (const flow of sorted(known, order, "from", "to")) leaves.set(flow, take(left, flow.from, flow.value * each));
  const arrives = new Map<F, number>();
  for (const flow of sorted(known, order, "to", "from")) arrives.set(flow, take(right, flow.to, flow.value * each));
  const placed = known.map((flow) => ({
    ...flow,
    leaves: leaves.get(flow) ?? 0,
    arrives: arrives.get(flow) ?? 0,
    thick: flow.value * each,
  }));
  return { from, to, flows: placed };
}

function has(nodes: readonly SankeyNode[], id: string): boolean {
  return nodes.some((node) => node.id === id);
}

function sumsBy(flows: readonly SankeyFlow[], side: "from" | "to"): Map<string, number> {
  const sums = new Map<string, number>();
  for (const flow of flows) if (flow.value > 0) sums.set(flow[side], (sums.get(flow[side]) ?? 0) + flow.value);
  return sums;
}

/** A column of places, each with the room its name needs, spread over the whole height. */
function stack(
  nodes: readonly SankeyNode[],
  sums: ReadonlyMap<string, number>,
  each: number,
  { height, row }: { readonly height: number; readonly row: number },
): PlacedNode[] {
  const talls = nodes.map(({ id }) => (sums.get(id) ?? 0) * each);
  const rooms = talls.map((tall) => Math.max(tall, row - 4));
  const taken = rooms.reduce((sum, room) => sum + room, 0);
  const gap = nodes.length < 2 ? 0 : Math.max(4, (height - taken) / (nodes.length - 1));
  let at = 0;
  return nodes.map((node, k) => {
    const top = at + (rooms[k] - talls[k]) / 2;
    at += rooms[k] + gap;
    return { ...node, value: sums.get(node.id) ?? 0, top, height: talls[k] };
  });
}

function places(nodes: readonly PlacedNode[]): ReadonlyMap<string, number> {
  return new Map(nodes.map(({ id }, at) => [id, at]));
}

type Order = Readonly<Record<"from" | "to", ReadonlyMap<string, number>>>;

function sorted<F extends SankeyFlow>(flows: readonly F[], order: Order, first: "from" | "to", then: "from" | "to") {
  const at = (flow: F, side: "from" | "to") => order[side].get(flow[side]) ?? 0;
  return flows.toSorted((a, b) => at(a, first) - at(b, first) || at(a, then) - at(b, then));
}

/** Takes a slice of a place, and answers where it began. */
function take(tops: Map<string, number>, id: string, thick: number): number {
  const top = tops.get(id) ?? 0;
  tops.set(id, top + thick);
  return top;
}
