import { addDays, addMonths, type Day } from "../../../calendar/day.ts";
import { between, chance, drawFrom, pick, wholeBetween } from "../../../stats/draw.ts";
import type { Company, JobOrder } from "../companies/company.ts";
import { cooperate } from "../companies/cooperate.ts";
import { localCompany, partner } from "../companies/market.ts";
import type { State } from "../model/state.ts";
import type { Job, Person, World } from "../world.ts";
import { writeJob, writeStudy } from "./ledger.ts";

/** Ends the employment and the education that a new state does not go with, and begins those that belong to it. */
export function turnWork(world: World, person: Person, next: State, day: Day, order?: JobOrder): void {
  const { model, random } = world;
  const { states } = model;
  endStudy(world, person, day);
  const { keepsJob } = model.parameters.states.selfSupport;
  const goesOn = next.id === "sygedagpenge" ? chance(random, keepsJob) : next === states.work;
  if (person.job !== undefined && !(goesOn && person.job.kind === "ordinaer")) endJob(world, person, day);
  if (next === states.study) person.study = newStudy(world, person, day);
  if (next === states.work && person.job === undefined) person.job = newJob(world, person, day, order);
  if (next === states.interlude) person.job = { ...newJob(world, person, day), hours: 37 };
  if (next.id === "fleksjob") person.job = newFlexJob(world, person, day);
}

export function endJob(world: World, person: Person, day: Day): void {
  if (person.job !== undefined) writeJob(world, person, person.job, day);
  person.job = undefined;
}

/** An education ends, completed when it has come to its end. */
export function endStudy(world: World, person: Person, day: Day): void {
  const { study } = person;
  if (study === undefined) return;
  const completed = study.completes && day >= study.to;
  writeStudy(world, person, study, day, completed);
  if (completed && study.kind !== "avu") person.education = study.kind;
  person.study = undefined;
}

/** A new employer or new hours. */
export function changeJob(world: World, person: Person, day: Day): void {
  const { model, random } = world;
  const { job } = person;
  if (job === undefined || job.from >= day) return;
  endJob(world, person, day);
  if (job.kind !== "fleksjob") {
    person.job = newJob(world, person, day);
    return;
  }
  const { up, down } = model.parameters.states.selfSupport.flexHoursChange;
  const step = chance(random, up / (up + down)) ? wholeBetween(random, 1, 5) : -wholeBetween(random, 1, 4);
  person.job = { ...job, from: day, hours: Math.min(30, Math.max(1, job.hours + step)) };
}

/** The work somebody had before they first came: it is ended or kept when they come. */
export function formerJob(world: World, person: Person, day: Day): Job {
  return newJob(world, person, addDays(day, -wholeBetween(world.random, 90, 2500)));
}

function newJob(world: World, person: Person, from: Day, order?: JobOrder): Job {
  const { model, random } = world;
  const { hours, localJob } = model.parameters.states.selfSupport;
  const [least, most] = drawFrom(random, hours);
  return {
    from,
    hours: wholeBetween(random, least, most),
    kind: "ordinaer",
    company: order?.company ?? (chance(random, localJob) ? localCompany(person.place, random) : undefined),
    occupation: order?.occupation ?? pick(random, model.parameters.people.occupations),
    order: order?.id,
  };
}

/** A flex job; its company counts as a partner for the first half-year. */
function newFlexJob(world: World, person: Person, from: Day): Job {
  const { model, random } = world;
  const { flexHours, localJob } = model.parameters.states.selfSupport;
  const [least, most] = drawFrom(random, flexHours);
  const company: Company | undefined = chance(random, localJob) ? partner(person.place, random) : undefined;
  if (company !== undefined) cooperate(world, person.place, company, "fleksjob", from, addMonths(from, 6));
  return {
    from,
    hours: wholeBetween(random, least, most),
    kind: "fleksjob",
    company,
    occupation: pick(random, model.parameters.people.occupations),
    order: undefined,
  };
}

function newStudy(world: World, person: Person, from: Day): Person["study"] {
  const { model, random } = world;
  const { studies } = model.parameters.people;
  const age = (from - person.birth) / 365.25;
  const study = studies.find(({ ages: [least, most] }) => age >= least && age < most + 1) ?? studies[0];
  const to = addMonths(from, Math.round(between(random, ...study.months)));
  return { from, to, kind: drawFrom(random, study.kinds), completes: chance(random, study.completes) };
}
