/** Waits for an event, a column each: when a wait came under watch, when the watch ended, and whether by the event. */
export type Waits = {
  /** Left out where every wait was watched from 0. A wait found when it had already lasted (left truncation) enters then. */
  readonly entry?: ArrayLike<number>;
  readonly end: ArrayLike<number>;
  /** 1 where the event came at the end, 0 where only the watch ended (censoring). */
  readonly event: ArrayLike<number>;
};

/** The distinct times of events in order, how many were under watch just before each, and how many had the event then. */
export type RiskTable = {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
};

/**
 * Counts at each time of an event those under watch: who entered before it and did not end before it. Every curve of
 * waits is made of these three columns, and they are all that a wait that is not over, or was found late, can tell.
 *
 * @throws RangeError when a wait does not end after it enters, or columns differ in length
 * @example riskTable({ end: [5, 3, 5, 8], event: [1, 0, 1, 1] }).atRisk // Float64Array [3, 1]
 */
export function riskTable(waits: Waits): RiskTable {
  checkWaits(waits);
  const ends = Float64Array.from(waits.end).sort();
  const entries = Float64Array.from(waits.entry ?? []).sort();
  const ofEvents = Float64Array.from(waits.end)
    .filter((_, i) => waits.event[i] === 1)
    .sort();
  const time = distinct(ofEvents);
  const atRisk = new Float64Array(time.length);
  const events = new Float64Array(time.length);
  for (let i = 0, entered = 0, ended = 0, past = 0; i < time.length; i++) {
    while (entered < entries.length && entries[entered] < time[i]) entered++;
    while (ends[ended] < time[i]) ended++;
    for (; ofEvents[past] === time[i]; past++) events[i]++;
    atRisk[i] = (waits.entry === undefined ? ends.length : entered) - ended;
  }
  return { time, atRisk, events };
}

function checkWaits({ entry, end, event }: Waits): void {
  if (event.length !== end.length || (entry ?? end).length !== end.length)
    throw new RangeError("riskTable needs columns of the same length");
  for (let i = 0; i < end.length; i++)
    if (!(end[i] > (entry?.[i] ?? 0)))
      throw new RangeError(`riskTable needs waits that end after they enter, row ${i}`);
}

function distinct(sorted: Float64Array): Float64Array {
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
}
