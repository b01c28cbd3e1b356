import type { Day } from "../../../calendar/day.ts";
import { between, normal } from "../../../stats/draw.ts";
import { daysLater } from "../lives/days.ts";
import { idOf, isSeenOn } from "../lives/ledger.ts";
import type { Person, Place, World } from "../world.ts";

const HALF_YEAR = 182;

/** Scores how people farthest from work get on: a latent level drifts, and the scores of the scales lie about it. */
export function scoreProgress(world: World, place: Place): void {
  const { model, random, now } = world;
  const { progress } = model.parameters.contacts;
  for (const { at, contact } of model.states.support) {
    if (contact?.scores !== true) continue;
    for (const person of place.lists[at])
      while (person.nextScore < now.end) {
        writeScores(world, person, person.nextScore);
        const level = person.progress + progress.mean + progress.spread * normal(random);
        person.progress = Math.min(5, Math.max(1, level));
        person.nextScore = daysLater(random, person.nextScore, HALF_YEAR, 0.15);
      }
  }
}

function writeScores(world: World, person: Person, date: Day): void {
  if (!isSeenOn(world, date)) return;
  for (const [i, indicator] of world.model.parameters.contacts.scales.entries())
    for (const by of i === 0 ? ["borger", "sagsbehandler"] : ["borger"]) {
      const score = Math.round(Math.min(5, Math.max(1, person.progress + between(world.random, -1, 1))));
      world.write("progression", { person_id: idOf(world, person), date, indicator, score, by });
    }
}
