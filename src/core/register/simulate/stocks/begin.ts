import { addDays, type Day } from "../../../calendar/day.ts";
import { chance, exponential } from "../../../stats/draw.ts";
import { newPerson } from "../lives/born.ts";
import { become } from "../lives/turns.ts";
import type { State } from "../model/state.ts";
import type { Person, Place, World } from "../world.ts";
import { valueIn } from "./path.ts";

/**
 * The people on each benefit on the first day of the simulation, years before the register begins: as many as the path
 * says, in the state for an exponential time of its typical length. What the first years make of them is what counts.
 */
export function beginStocks(world: World, place: Place): void {
  for (const state of world.model.states.support) {
    const { path, counts } = place.stocks[state.at];
    let missing = valueIn(path, world.now.month);
    while (missing >= 0.5) {
      const person = beginLife(world, place, state);
      missing -= counts === "persons" ? 1 : person.degree;
    }
  }
}

/** Somebody who is in the state already, and still young enough to be. */
function beginLife(world: World, place: Place, state: State): Person {
  const { random, now, model } = world;
  for (;;) {
    const since = begun(world, state, now.first);
    const person = newPerson(world, place, state, since);
    if (person.pension <= now.first) continue;
    become(world, person, state, since);
    person.lived = now.first;
    if (chance(random, model.parameters.states.supplement.given[state.id] ?? 0)) person.supplementSince = since;
    return person;
  }
}

function begun({ random }: World, { spec }: State, day: Day): Day {
  const days = Math.min(exponential(random), 4) * (spec?.typicalMonths ?? 1) * 30;
  return addDays(day, -Math.floor(days) - 1);
}
