import type { Day } from "../../../calendar/day.ts";
import type { Mix } from "../../../stats/draw.ts";
import { mixOf } from "../../../stats/draw.ts";
import type { ContactSpec } from "../parameters/contacts.ts";
import type { Parameters } from "../parameters/parameters.ts";
import type { SourceSpec, StateSpec } from "../parameters/states.ts";
import { OLDEST, stepTable } from "./traits.ts";

/** How a state ends without anybody's doing: on an age, or after so many months. */
export type Limit = { readonly age?: number; readonly months?: number; readonly next: Mix<string> };

/** A state somebody can be in, with its rates by day, from so many months in the state on. */
export type State = {
  readonly id: string;
  readonly at: number;
  /** Undefined for those who support themselves. */
  readonly spec: StateSpec | undefined;
  readonly work: Float64Array;
  readonly education: Float64Array;
  readonly selfsupport: Float64Array;
  readonly interlude: number;
  readonly partial: number;
  readonly mortality: number;
  /** Whether some have it for a part of the week. */
  readonly isParted: boolean;
  readonly leastAge: number;
  readonly mostAge: number;
  readonly sources: Mix<SourceSpec>;
  readonly limit: Limit | undefined;
  readonly contact: ContactSpec | undefined;
};

/** The states, by their place and by name. */
export type States = {
  readonly all: readonly State[];
  readonly support: readonly State[];
  readonly work: State;
  readonly study: State;
  readonly selfsupport: State;
  readonly interlude: State;
  readonly wageSubsidy: State;
  readonly get: (id: string) => State;
};

/** Durations count no further than this. */
const MONTHS = 120;
const DAYS_A_MONTH = 365.25 / 12;

/** Whole months between two days, no more than the rates know of. */
export function monthsBetween(from: number, to: number): number {
  return Math.min(MONTHS - 1, Math.floor((to - from) / DAYS_A_MONTH));
}

/** Whole years between two days. */
export function yearsBetween(from: number, to: number): number {
  return Math.min(OLDEST, Math.floor((to - from) / 365.25));
}

/** A rate a month as a rate a day. */
export function aDay(aMonth: number): number {
  return aMonth / DAYS_A_MONTH;
}

export function statesOf({ states, contacts }: Parameters): States {
  const support = states.states.map((spec, at) => supportState(spec, at, contacts.states[spec.id]));
  const own = ["work", "study", "selfsupport", "interlude"].map((id, i) => selfSupportState(id, support.length + i));
  const [work, study, selfsupport, interlude] = own;
  const all = [...support, ...own];
  const byId = new Map(all.map((state) => [state.id, state]));
  const get = (id: string) => {
    const state = byId.get(id);
    if (state === undefined) throw new Error(`no state ${id}`);
    return state;
  };
  return { all, support, work, study, selfsupport, interlude, wageSubsidy: get("loentilskud"), get };
}

/** The code of a state's benefit on a day. */
export function codeOn({ spec }: State, day: Day): string {
  return spec?.codes.findLast(([from]) => from <= day)?.[1] ?? "";
}

function supportState(spec: StateSpec, at: number, contact: ContactSpec | undefined): State {
  const { work = [], education = [], selfsupport = [] } = spec.exits;
  const daily = (steps: typeof work) => stepTable(steps, MONTHS, 0).map(aDay);
  const ages = spec.ages.items.flat();
  return {
    id: spec.id,
    at,
    spec,
    work: daily(work),
    education: daily(education),
    selfsupport: daily(selfsupport),
    interlude: aDay(spec.interlude),
    partial: aDay(spec.recovery?.partial ?? 0),
    mortality: spec.mortality,
    isParted: spec.part !== undefined || spec.recovery !== undefined,
    leastAge: Math.min(...ages),
    mostAge: Math.max(...ages),
    sources: mixOf(spec.sources.map((source) => [source, source.share])),
    limit: spec.until && { ...spec.until, next: mixOf(Object.entries(spec.until.next)) },
    contact,
  };
}

function selfSupportState(id: string, at: number): State {
  const none = new Float64Array(MONTHS);
  return {
    id,
    at,
    spec: undefined,
    work: none,
    education: none,
    selfsupport: none,
    interlude: 0,
    partial: 0,
    mortality: 1,
    isParted: false,
    leastAge: 0,
    mostAge: OLDEST,
    sources: mixOf([]),
    limit: undefined,
    contact: undefined,
  };
}
