/**
 * Stretches of days, each of one person (or company, or case): what every measure reads, cuts and counts. Sorted by
 * person; a person's own in the order of their first days, unless said otherwise. The arrays may be longer than
 * `count`: what lies behind is room to grow.
 */
export type Stretches = {
  readonly count: number;
  readonly person: Int32Array;
  readonly from: Int32Array;
  /** The day after the last. */
  readonly to: Int32Array;
  /** What each of its days counts: a degree, 1, or a value of its own. */
  readonly weight: Float64Array;
  /** The row of the table it comes from; the first of several that were joined. */
  readonly row: Int32Array;
  /** The number of the municipality; 0 when not known, `ANYWHERE` when it is the person's residence, day by day. */
  readonly place: Int32Array;
  /** What a measure found out about it: a status, a party. */
  readonly kind: Int32Array;
  /** The step it lies in, after a cut. */
  readonly code: Int32Array;
  /** The cell of the table it is counted in. */
  readonly cell: Int32Array;
};

/** Stretches while they are being written. */
export type StretchList = { -readonly [K in keyof Stretches]: Stretches[K] };

export const ANYWHERE = -1;

/** The columns of whole numbers. */
const wholeColumns = ["person", "from", "to", "row", "place", "kind", "code", "cell"] as const;

/** An empty list with room for so many stretches. */
export function startList(room = 16): StretchList {
  return {
    count: 0,
    person: new Int32Array(room),
    from: new Int32Array(room),
    to: new Int32Array(room),
    weight: new Float64Array(room),
    row: new Int32Array(room),
    place: new Int32Array(room),
    kind: new Int32Array(room),
    code: new Int32Array(room),
    cell: new Int32Array(room),
  };
}

/** Adds a stretch and gives its number. Its columns may be new afterwards: they are to be read from the list again. */
export function add(
  list: StretchList,
  person: number,
  from: number,
  to: number,
  weight: number,
  row: number,
  place: number,
): number {
  if (list.count === list.person.length) grow(list);
  const i = list.count++;
  list.person[i] = person;
  list.from[i] = from;
  list.to[i] = to;
  list.weight[i] = weight;
  list.row[i] = row;
  list.place[i] = place;
  return i;
}

/** Adds some of the days of a stretch, and gives the number of the part. */
export function addPart(list: StretchList, of: Stretches, i: number, from = of.from[i], to = of.to[i]): number {
  if (list.count === list.person.length) grow(list);
  const part = list.count++;
  list.person[part] = of.person[i];
  list.from[part] = from;
  list.to[part] = to;
  list.weight[part] = of.weight[i];
  list.row[part] = of.row[i];
  list.place[part] = of.place[i];
  list.kind[part] = of.kind[i];
  list.code[part] = of.code[i];
  list.cell[part] = of.cell[i];
  return part;
}

/** The end of the group of stretches of the person at `start`. */
export function endOfPerson({ person, count }: Pick<Stretches, "person" | "count">, start: number): number {
  let end = start + 1;
  while (end < count && person[end] === person[start]) end++;
  return end;
}

/** The stretches that fulfil a condition. */
export function filter(stretches: Stretches, keeps: (i: number) => boolean): Stretches {
  // Often all are kept or none is: that needs no list of the kept.
  let [count, next] = [0, 0];
  while (count < stretches.count && keeps(count)) count++;
  if (count === stretches.count) return stretches;
  for (next = count + 1; count === 0 && next < stretches.count; next++) if (keeps(next)) break;
  if (count === 0 && next >= stretches.count) return startList(0);
  const kept = new Uint32Array(stretches.count);
  for (let i = 0; i < count; i++) kept[i] = i;
  for (let i = next; i < stretches.count; i++) if (keeps(i)) kept[count++] = i;
  return take(stretches, kept.subarray(0, count));
}

/** The stretches with the numbers given, in their order. A column that stands for several is taken once. */
function take(stretches: Stretches, numbers: Uint32Array): Stretches {
  const columns = new Map<Int32Array, Int32Array>();
  const taken = (given: Int32Array): Int32Array => {
    const known = columns.get(given);
    if (known !== undefined) return known;
    const column = new Int32Array(numbers.length);
    for (let k = 0; k < numbers.length; k++) column[k] = given[numbers[k]];
    columns.set(given, column);
    return column;
  };
  const weight = new Float64Array(numbers.length);
  for (let k = 0; k < numbers.length; k++) weight[k] = stretches.weight[numbers[k]];
  const { person, from, to, row, place, kind, code, cell } = stretches;
  return {
    ...{ count: numbers.length, weight },
    ...{ person: taken(person), from: taken(from), to: taken(to), row: taken(row), place: taken(place) },
    ...{ kind: taken(kind), code: taken(code), cell: taken(cell) },
  };
}

/** Each stretch with another weight. */
export function weigh(stretches: Stretches, weightOf: (i: number) => number): Stretches {
  const weight = new Float64Array(stretches.count);
  for (let i = 0; i < weight.length; i++) weight[i] = weightOf(i);
  return { ...stretches, weight };
}

/** Each stretch with another code. */
export function withCodes(stretches: Stretches, codeOf: (i: number) => number): Stretches {
  const code = new Int32Array(stretches.count);
  for (let i = 0; i < code.length; i++) code[i] = codeOf(i);
  return { ...stretches, code };
}

/** The stretches of all lists, sorted by person and first day. */
export function join(...lists: readonly Stretches[]): Stretches {
  const [first, ...rest] = lists.filter(({ count }) => count > 0).toSorted((a, b) => a.count - b.count);
  if (first === undefined) return lists[0] ?? startList(0);
  return rest.reduce(joinTwo, first);
}

function joinTwo(one: Stretches, other: Stretches): Stretches {
  const joined = startList(one.count + other.count);
  for (let i = 0, j = 0; i < one.count || j < other.count; )
    if (j === other.count || (i < one.count && isBefore(one, i, other, j))) addPart(joined, one, i++);
    else addPart(joined, other, j++);
  return joined;
}

function isBefore(one: Stretches, i: number, other: Stretches, j: number): boolean {
  return one.person[i] < other.person[j] || (one.person[i] === other.person[j] && one.from[i] <= other.from[j]);
}

/** The stretches sorted by person and first day, whatever order they were in. */
export function sorted(stretches: Stretches): Stretches {
  const { count, person, from } = stretches;
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  let isSorted = true;
  // Mostly the persons stand in order, and few of them have stretches that do not.
  for (let start = 0, end = 0; start < count; start = end) {
    end = endOfPerson(stretches, start);
    if (end < count && person[end] < person[start]) {
      order.sort((a, b) => person[a] - person[b] || from[a] - from[b] || a - b);
      return take(stretches, order);
    }
    if (isInOrder(from, start, end)) continue;
    isSorted = false;
    order.subarray(start, end).sort((a, b) => from[a] - from[b] || a - b);
  }
  return isSorted ? stretches : take(stretches, order);
}

function isInOrder(from: Int32Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (from[i - 1] > from[i]) return false;
  return true;
}

/** Puts the stretches of one person, from `start` to the end of the list, in the order of their first days. */
export function sortFrom(list: StretchList, start: number): void {
  for (let i = start + 1; i < list.count; i++)
    for (let j = i; j > start && list.from[j - 1] > list.from[j]; j--) swap(list, j - 1, j);
}

function swap(list: StretchList, i: number, j: number): void {
  for (const column of [list.from, list.to, list.weight, list.row, list.place, list.kind, list.code, list.cell]) {
    const kept = column[i];
    column[i] = column[j];
    column[j] = kept;
  }
}

function grow(list: StretchList): void {
  const room = Math.max(16, list.person.length * 2);
  const weight = new Float64Array(room);
  weight.set(list.weight);
  list.weight = weight;
  for (const name of wholeColumns) {
    const wider = new Int32Array(room);
    wider.set(list[name]);
    list[name] = wider;
  }
}
