import type { Day } from "../../../calendar/day.ts";
import { chance, wholeBetween } from "../../../stats/draw.ts";
import { someDay } from "../lives/days.ts";
import { writeCase } from "../lives/ledger.ts";
import type { Case, Person, Place, World } from "../world.ts";

/** A case with one of the workers of a unit: as many as its cases need. */
export function openCase(world: World, { place, state }: Person, unit: string, from: Day): Case {
  const { caseload } = world.model.parameters.contacts;
  const workers = Math.max(1, Math.ceil(place.lists[state.at].length / caseload));
  const worker = wholeBetween(world.random, 1, workers);
  return { unit: `${unit}-${place.code}`, worker: `sim-sagsbehandler-${unit}-${place.code}-${worker}`, from };
}

/** Some cases of a municipality change hands in the month. */
export function passCases(world: World, place: Place): void {
  const { model, random, now } = world;
  const { changesHands } = model.parameters.contacts;
  for (const state of model.states.support)
    for (const person of place.lists[state.at]) {
      if (person.case === undefined || state.spec?.unit === undefined || !chance(random, changesHands)) continue;
      const day = someDay(random, now.first, now.end);
      const next = openCase(world, person, state.spec.unit, day);
      if (day <= person.case.from || next.worker === person.case.worker) continue;
      writeCase(world, person, person.case, day);
      person.case = next;
    }
}
