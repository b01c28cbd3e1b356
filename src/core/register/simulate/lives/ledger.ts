import { type Day, OPEN_END } from "../../../calendar/day.ts";
import type { Case, Job, Person, Study, World } from "../world.ts";

/** Whether days touch the register's span. */
export function isSeen({ span }: World, from: Day, to: Day): boolean {
  return to > span.from && from < span.to && to > from;
}

/** Whether a day lies in the register's span. */
export function isSeenOn({ span }: World, day: Day): boolean {
  return day >= span.from && day < span.to;
}

/** What still runs when the register is extracted has no end. */
export function knownEnd({ span }: World, to: Day): Day {
  return to >= span.to ? OPEN_END : to;
}

/** The person's id; the first time it is asked for, the person enters the register. */
export function idOf(world: World, person: Person): string {
  if (person.id !== "") return person.id;
  person.id = `sim-${String(++world.ids.person).padStart(6, "0")}`;
  const { id, birth, sex, origin, education, fund } = person;
  world.write("persons", { person_id: id, birth_date: birth, sex, origin, education, unemployment_fund: fund });
  return person.id;
}

/**
 * Writes the benefit's days under the names it has had before a day, and leaves the last of them open: a change of name
 * by law, as on 1 July 2016, cuts the row.
 */
export function settleBenefit(world: World, person: Person, until: Day): void {
  for (const [change, code] of person.state.spec?.codes ?? []) {
    if (change <= person.codeSince || change >= until || code === person.code) continue;
    writeBenefit(world, person, change);
    person.code = code;
    person.codeSince = change;
  }
}

export function writeBenefit(world: World, person: Person, to: Day): void {
  const { code: benefit, codeSince: from, degree, place } = person;
  if (!isSeen(world, from, to)) return;
  world.write("benefits", {
    person_id: idOf(world, person),
    benefit,
    from,
    to: knownEnd(world, to),
    degree: degree === 1 ? undefined : degree,
    municipality: place.code,
  });
}

export function writeSupplement(world: World, person: Person, to: Day): void {
  const { supplementSince: from, place } = person;
  if (from === undefined || !isSeen(world, from, to)) return;
  world.write("benefits", {
    person_id: idOf(world, person),
    benefit: world.model.parameters.states.supplement.code,
    from,
    to: knownEnd(world, to),
    municipality: place.code,
  });
}

export function writeResidence(world: World, person: Person, to: Day, end?: "flyttet" | "udvandret" | "doed"): void {
  const { residentSince: from, place } = person;
  if (person.id === "" || !isSeen(world, from, to)) return;
  world.write("residence", {
    person_id: person.id,
    municipality: place.code,
    from,
    to: knownEnd(world, to),
    end: to >= world.span.to ? undefined : end,
  });
}

export function writeVisitation(world: World, person: Person, to: Day): void {
  const { category, categorySince: from } = person;
  if (category === "" || !isSeen(world, from, to)) return;
  world.write("visitation", { person_id: idOf(world, person), category, from, to: knownEnd(world, to) });
}

export function writeCase(world: World, person: Person, { unit, worker, from }: Case, to: Day): void {
  if (!isSeen(world, from, to)) return;
  world.write("assignments", { person_id: idOf(world, person), unit, worker, from, to: knownEnd(world, to) });
}

export function writeJob(
  world: World,
  person: Person,
  { from, hours, kind, company, occupation, order }: Job,
  to: Day,
) {
  if (!isSeen(world, from, to)) return;
  world.write("employment", {
    person_id: idOf(world, person),
    from,
    to: knownEnd(world, to),
    hours_per_week: hours,
    kind,
    p_number: company?.number,
    occupation,
    job_order_id: order,
  });
}

export function writeStudy(world: World, person: Person, { from, kind }: Study, to: Day, completed?: boolean): void {
  if (!isSeen(world, from, to)) return;
  const isKnown = to < world.span.to && completed !== undefined;
  world.write("education", {
    person_id: idOf(world, person),
    kind,
    from,
    to: knownEnd(world, to),
    completed: isKnown ? (completed ? "ja" : "nej") : undefined,
    su: "ja",
  });
}

export function writeProgramme(world: World, person: Person, to: Day): void {
  if (person.programme === undefined || !isSeen(world, person.programme.from, to)) return;
  const { from, ground } = person.programme;
  world.write("programmes", {
    person_id: idOf(world, person),
    kind: "integration",
    from,
    to: knownEnd(world, to),
    ground,
  });
}

export function writeGoals(world: World, person: Person, to: Day): void {
  if (person.goals === undefined || !isSeen(world, person.goals.from, to)) return;
  const { from, occupations } = person.goals;
  for (const [i, rank] of ranks.entries())
    world.write("jobgoals", {
      person_id: idOf(world, person),
      rank,
      occupation: occupations[i],
      from,
      to: knownEnd(world, to),
    });
}

const ranks = ["A", "B", "C"];
