import { addDays, type Day, OPEN_END } from "../../../calendar/day.ts";
import { pensionDay } from "../../../rules/pension-age.ts";
import { between, chance, drawFrom, normal, wholeBetween } from "../../../stats/draw.ts";
import { type State, yearsBetween } from "../model/state.ts";
import { factorOf } from "../model/traits.ts";
import type { Person, Place, World } from "../world.ts";
import { later } from "./days.ts";

/** Somebody who comes to a state from outside on a day, as the state's parameters say they are. */
export function newPerson(world: World, place: Place, state: State, day: Day): Person {
  const { model, random } = world;
  const { people } = model.parameters;
  const { spec } = state;
  if (spec === undefined) throw new Error(`nobody comes new to ${state.id}`);
  const [least, most] = drawFrom(random, spec.ages);
  const birth = addDays(day, -Math.floor(between(random, least, most + 1) * 365.25) - 1);
  const hasFund = state.id === "dagpenge" || chance(random, people.funds.share);
  const person: Person = {
    id: "",
    birth,
    sex: chance(random, spec.women) ? "kvinde" : "mand",
    origin: drawFrom(random, spec.origin),
    education: drawFrom(random, people.education[spec.education]),
    fund: hasFund ? `simuleret a-kasse ${wholeBetween(random, 1, people.funds.count)}` : undefined,
    hidden: normal(random),
    pension: pensionDay(model.pensionAges, birth),
    place,
    slot: -1,
    state: model.states.selfsupport,
    since: day,
    lived: day,
    until: OPEN_END,
    supported: day,
    leftSupport: addDays(day, -10_000),
    intoWork: 1,
    intoEducation: 1,
    back: undefined,
    residentSince: later(birth, addDays(day, -wholeBetween(random, 60, 9000))),
    code: "",
    codeSince: day,
    degree: 1,
    category: "",
    categorySince: day,
    case: undefined,
    job: undefined,
    study: undefined,
    programme: undefined,
    supplementSince: undefined,
    goals: undefined,
    offer: undefined,
    after: undefined,
    nextTalk: OPEN_END,
    nextScore: OPEN_END,
    progress: between(random, 1.8, 3.2),
  };
  weighTraits(world, person, day);
  return person;
}

/** Works out what a person's traits do to coming into work and education. */
export function weighTraits({ model }: World, person: Person, day: Day): void {
  const age = yearsBetween(person.birth, day);
  const hidden = Math.exp(model.parameters.people.hidden.exit * person.hidden);
  const women = person.sex === "kvinde" ? (person.state.spec?.womenIntoWork ?? 1) : 1;
  person.intoWork = factorOf(model.intoWork, person, age) * hidden * women;
  person.intoEducation = factorOf(model.intoEducation, person, age) * hidden;
}
