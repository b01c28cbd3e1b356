import { addDays, type Day, OPEN_END } from "../../../calendar/day.ts";
import { chance, drawFrom, pick, wholeBetween } from "../../../stats/draw.ts";
import { daysLater } from "../lives/days.ts";
import { idOf, isSeenOn } from "../lives/ledger.ts";
import type { Person, World } from "../world.ts";

/** What follows when somebody comes on a benefit: a first conversation, a CV, job goals, an integration programme. */
export function welcome(world: World, person: Person, day: Day): void {
  const { random } = world;
  const { contact, spec } = person.state;
  person.nextTalk = contact === undefined ? OPEN_END : daysLater(random, day, contact.first, 0.5);
  person.nextScore = contact?.scores ? daysLater(random, day, 60, 0.5) : OPEN_END;
  if (spec?.programme !== undefined && person.programme === undefined)
    person.programme = { from: day, ground: drawFrom(random, spec.programme) };
  if (contact === undefined) return;
  if (chance(random, contact.cv)) approveCv(world, person, addDays(day, wholeBetween(random, 1, 35)), contact.kind);
  if (person.goals === undefined && chance(random, contact.goals)) person.goals = someGoals(world, day);
}

function approveCv(world: World, person: Person, approved: Day, kind: string): void {
  if (isSeenOn(world, approved)) world.write("cvs", { person_id: idOf(world, person), approved, kind });
}

/** Three different occupations to aim for. */
function someGoals({ random, model }: World, day: Day): Person["goals"] {
  const goals = new Set<string>();
  while (goals.size < 3) goals.add(pick(random, model.parameters.people.occupations));
  return { from: addDays(day, wholeBetween(random, 3, 30)), occupations: [...goals] };
}
