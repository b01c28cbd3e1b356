import { addToMonth, type Month, monthOf } from "../../calendar/month.ts";
import { normalQuantile } from "../../stats/distributions/normal.ts";
import { randomFrom } from "../../stats/random.ts";
import { type Change, type Changes, together } from "../flow/change.ts";
import type { Flows } from "../flow/flows.ts";
import { EXPECTED } from "../flow/project.ts";
import type { FlowState } from "../flow/states.ts";
import { stockOf } from "./chances.ts";
import { destinationsOf, routes, statesNamed } from "./known.ts";
import type { Lever, LeverOf, Levers } from "./levers.ts";

/** The state of being in work. */
const WORK = "arbejde";

/** Changes of the coming months, which differ by draw where an effect is uncertain. */
export type Changing = Changes | ((draw: number) => Changes);

/** What levers are turned on: the people there are, how far ahead, and the seed of what is uncertain of them. */
export type Turned = { readonly flows: Flows; readonly horizon: number; readonly seed: number };

/**
 * What a scenario changes in each coming month. Levers are put together in an order of their own, so that the order they
 * are written in changes not even the last digit. An uncertain effect is drawn anew for each future, the same whatever
 * else the scenario holds.
 */
export function changesOf({ levers }: Levers, turned: Turned): Changing {
  const ordered = levers.map((lever) => ({ lever, words: JSON.stringify(lever) }));
  ordered.sort((a, b) => (a.words < b.words ? -1 : Number(a.words > b.words)));
  const changes = (draw: number) =>
    Array.from({ length: turned.horizon }, (_, h) => {
      const month = addToMonth(turned.flows.month, h + 1);
      return together(
        ...ordered.map(({ lever, words }) => changeOf(lever, month, turned, uncertain(words, turned, draw))),
      );
    });
  return levers.some(({ lever }) => lever === "places") ? changes : changes(EXPECTED);
}

/** A number of a standard normal distribution that stands for how good an effect is in a draw; 0 for the expected one. */
type Drawn = () => number;

function uncertain(words: string, { seed }: Turned, draw: number): Drawn {
  return () => {
    if (draw === EXPECTED) return 0;
    const random = randomFrom((seed + 1) * 1_000_003 + draw * 4099 + numberOf(words));
    return normalQuantile(Math.min(Math.max(random(), 1e-9), 1 - 1e-9));
  };
}

/** A number that follows from a text: Fowler, Noll and Vo's FNV-1a. */
function numberOf(words: string): number {
  let number = 2_166_136_261;
  for (let i = 0; i < words.length; i++) number = Math.imul(number ^ words.charCodeAt(i), 16_777_619);
  return number >>> 0;
}

function changeOf(lever: Lever, month: Month, turned: Turned, drawn: Drawn): Change {
  switch (lever.lever) {
    case "inflow":
      return holdsIn(lever, month) ? inflow(lever, turned) : {};
    case "exits":
      return holdsIn(lever, month) ? exits(lever, turned) : {};
    case "places":
      return holdsIn(lever, month) ? places(lever, turned, drawn) : {};
    case "closing":
      return closing(lever, month, turned);
    case "rule":
      return rule(lever, month, turned);
  }
}

function holdsIn({ from, until }: { readonly from?: Month; readonly until?: Month }, month: Month): boolean {
  return (from === undefined || from <= month) && (until === undefined || month <= until);
}

function idsOf({ flows }: Turned, word: string): string[] {
  return statesNamed(flows.states, word).map(({ id }) => id);
}

function inflow({ benefit, by }: LeverOf<"inflow">, turned: Turned): Change {
  return { arrivals: idsOf(turned, benefit).map((to) => ({ to, factor: 1 + by })) };
}

function exits({ benefit, destination, by }: LeverOf<"exits">, { flows: { states } }: Turned): Change {
  const ways = destinationsOf(states, benefit, destination).map((to) => ({ to, factor: 1 + by }));
  return { exits: statesNamed(states, benefit).flatMap(({ id }) => ways.map((way) => ({ from: id, ...way }))) };
}

/** A share of the benefit's people as large as the places go to work so much oftener. */
function places({ benefit, places: number, effect }: LeverOf<"places">, turned: Turned, drawn: Drawn): Change {
  const states = statesNamed(turned.flows.states, benefit);
  const share = shareOnPlaces(number, states, turned.flows);
  const z = drawn();
  const reach = z < 0 ? effect.by - effect.low : effect.high - effect.by;
  const oftener = Math.max(-1, effect.by + (z * reach) / -normalQuantile(0.025));
  return { exits: states.map(({ id }) => ({ from: id, to: WORK, factor: 1 + share * oftener })) };
}

function shareOnPlaces(number: number, states: readonly FlowState[], flows: Flows): number {
  const people = stockOf(flows, states);
  return people === 0 ? 0 : Math.min(1, number / people);
}

function closing({ benefit, persons, on }: LeverOf<"closing">, month: Month, turned: Turned): Change {
  if (monthOf(on) !== month) return {};
  return { extra: idsOf(turned, benefit).map((to) => ({ to, persons })) };
}

function rule({ benefit, to, share, on, closes }: LeverOf<"rule">, month: Month, { flows }: Turned): Change {
  const moves = routes(flows.states, benefit, to) ?? [];
  return {
    ...(monthOf(on) === month && { moved: moves.map((move) => ({ ...move, share })) }),
    ...(closes && monthOf(on) <= month && { closed: moves.map((move) => ({ state: move.from, to: move.to })) }),
  };
}
