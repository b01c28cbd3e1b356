import type { NamedFlow } from "#charts/sankey.ts";
import type { SankeyNode } from "#charts/sankey-layout.ts";
import { writeFigure } from "#core/figures/write.ts";
import type { Language, Text } from "#core/text/text.ts";
import type { ForecastWords } from "../text/forecast/da.ts";

/** A place people go from or to. */
export type Place = {
  readonly id: string;
  readonly label: Text;
  readonly kind: "benefit" | "own" | "out" | "outside";
};

/** People from one place to another, and how many they were before. */
export type Stream = {
  readonly from: string;
  readonly to: string;
  readonly persons: number;
  readonly before?: number | undefined;
};

/** Streams as they are drawn: places named, and the small ones together. */
export type DrawnStreams = {
  readonly from: readonly SankeyNode[];
  readonly to: readonly SankeyNode[];
  readonly flows: readonly (NamedFlow & Stream)[];
};

/** So many benefits have a place of their own; the others stand together. */
const MOST = 8;
const OTHERS = "andre-ydelser";
const GONE = "vaek";

/** Draws the largest benefits each for itself, the others and everybody who is gone together. */
export function drawnStreams(
  streams: readonly Stream[],
  places: readonly Place[],
  language: Language,
  words: ForecastWords["streams"],
): DrawnStreams {
  const sizes = new Map<string, number>();
  for (const { from, to, persons } of streams)
    for (const id of [from, to]) sizes.set(id, (sizes.get(id) ?? 0) + persons);
  const size = ({ id }: Place) => sizes.get(id) ?? 0;
  const benefits = places.filter(({ kind }) => kind === "benefit").toSorted((a, b) => size(b) - size(a));
  const small = new Set(benefits.slice(MOST).map(({ id }) => id));
  const kindOf = new Map(places.map(({ id, kind }) => [id, kind]));
  const nodeOf = (id: string) => (small.has(id) ? OTHERS : kindOf.get(id) === "out" ? GONE : id);
  const sums = new Map<string, Stream>();
  for (const { from, to, persons, before } of streams) {
    const [a, b] = [nodeOf(from), nodeOf(to)];
    if (a === b) continue;
    const sofar = sums.get(`${a} ${b}`);
    const earlier =
      before === undefined && sofar?.before === undefined ? undefined : (before ?? 0) + (sofar?.before ?? 0);
    sums.set(`${a} ${b}`, { from: a, to: b, persons: persons + (sofar?.persons ?? 0), before: earlier });
  }
  const named = (kind: Place["kind"]) => places.filter((one) => one.kind === kind);
  const nodes: SankeyNode[] = [
    ...benefits.filter(({ id }) => !small.has(id)).map((one) => nodeFor(one, language)),
    ...(small.size > 0 ? [{ id: OTHERS, label: words.otherBenefits }] : []),
    ...named("own").map((one) => nodeFor(one, language)),
    ...named("outside").map((one) => nodeFor(one, language)),
    { id: GONE, label: words.gone },
  ];
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const flows = [...sums].map(([id, stream]) => ({
    ...{ ...stream, id, value: stream.persons },
    says: sayStream(stream, (place) => labels.get(place) ?? place, language, words),
  }));
  return { from: nodes, to: nodes, flows: flows.toSorted((a, b) => b.value - a.value) };
}

function nodeFor({ id, label }: Place, language: Language): SankeyNode {
  return { id, label: label[language] };
}

/** Who, how many, and how many more or fewer than the year before. */
function sayStream(
  { from, to, persons, before }: Stream,
  nameOf: (id: string) => string,
  language: Language,
  words: ForecastWords["streams"],
): string {
  const write = (value: number, sign = false) => writeFigure({ value, unit: "persons" }, language, { sign });
  const change = before === undefined ? words.noBefore : words.change(write(persons - before, true));
  return `${words.says(nameOf(from), nameOf(to), write(persons))}; ${change}.`;
}
