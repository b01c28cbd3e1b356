/** Words beside the end of a line. */
export type EndLabel = { readonly x: number; readonly y: number; readonly text: string; readonly fill: string };

/** A label, and how many pixels it is moved up or down to stand free of the others. */
export type SetLabel = EndLabel & { readonly dy: number };

const lineHeight = 15;

/**
 * Moves labels apart so that none covers another, keeping their order from top to bottom and the lowest within `floor`.
 *
 * @param pixelOf where a value is on the chart, in pixels from its top
 */
export function setApart(labels: readonly EndLabel[], pixelOf: (y: number) => number, floor: number): SetLabel[] {
  const sorted = labels.toSorted((a, b) => b.y - a.y);
  const tall = sorted.map(({ text }) => text.split("\n").length * lineHeight);
  const middles = sorted.map(({ y }) => pixelOf(y));
  let free = 0;
  for (const [at, height] of tall.entries()) {
    middles[at] = Math.max(middles[at], free + height / 2);
    free = middles[at] + height / 2;
  }
  let below = floor;
  for (const at of [...tall.keys()].toReversed()) {
    middles[at] = Math.min(middles[at], below - tall[at] / 2);
    below = middles[at] - tall[at] / 2;
  }
  return sorted.map((label, at) => ({ ...label, dy: middles[at] - pixelOf(label.y) }));
}

/** How wide the widest line of some labels is, in pixels, at the charts' size of type. */
export function widthOf(labels: readonly string[]): number {
  return Math.max(0, ...labels.flatMap((label) => label.split("\n")).map((line) => line.length * 6.9));
}
