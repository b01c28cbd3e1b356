import { z } from "zod";
import { fault } from "../../../faults/issues.ts";
import { nearest } from "../../../text/nearest.ts";
import { companyFile } from "./companies.ts";
import { contactFile } from "./contacts.ts";
import { developmentFile } from "./development.ts";
import { offerFile } from "./offers.ts";
import { peopleFile } from "./people.ts";
import { stateFile } from "./states.ts";
import { municipalityFile, targetFile } from "./targets.ts";

const files = z.strictObject({
  states: stateFile,
  people: peopleFile,
  development: developmentFile,
  offers: offerFile,
  contacts: contactFile,
  companies: companyFile,
  municipalities: municipalityFile,
  targets: targetFile,
});

/** Everything the simulator is told: the folder `data/demo`, a file under each name. */
export const parameters = files.superRefine((all, context) => {
  const states = new Set(all.states.states.map(({ id }) => id));
  const places = [...states, "outside", "newcomers", "work", "selfsupport", "other", "supplement"];
  const known = new Set([...places, ...Object.keys(all.targets.groups)]);
  for (const { path, id } of namedStates(all)) {
    if (known.has(id)) continue;
    const near = nearest(id, [...known]) ?? "";
    const hint = { da: `Mente du ${near}?`, en: `Did you mean ${near}?` };
    context.addIssue(fault("unknown-reference", { kind: { da: "tilstand", en: "state" }, id, hint }, [...path]));
  }
});
export type Parameters = z.output<typeof files>;

/** Every place where a state is named, with its path. */
function* namedStates(all: Parameters): Generator<{ path: readonly (string | number)[]; id: string }> {
  for (const [at, { sources, until }] of all.states.states.entries()) {
    for (const [i, { from }] of sources.entries())
      yield { path: ["states", "states", at, "sources", i, "from"], id: from };
    for (const id of Object.keys(until?.next ?? {})) yield { path: ["states", "states", at, "until", "next", id], id };
  }
  yield* keys(all.states.supplement.given, ["states", "supplement", "given"]);
  yield* keys(all.states.selfSupport.return, ["states", "selfSupport", "return"]);
  yield* keys(all.people.afterStudies, ["people", "afterStudies"]);
  yield* keys(all.development.course, ["development", "course"]);
  yield* keys(all.development.season, ["development", "season"]);
  yield* keys(all.contacts.states, ["contacts", "states"]);
  yield* keys(all.contacts.costs.benefits, ["contacts", "costs", "benefits"]);
  for (const [at, { given, effect }] of all.offers.offers.entries()) {
    yield* keys(given, ["offers", "offers", at, "given"]);
    yield* keys(effect.during, ["offers", "offers", at, "effect", "during"]);
    yield* keys(effect.after, ["offers", "offers", at, "effect", "after"]);
  }
  for (const [at, { stocks }] of all.targets.targets.entries())
    for (const [i, { states, beside }] of stocks.entries()) {
      for (const [k, id] of states.entries()) yield { path: ["targets", "targets", at, "stocks", i, "states", k], id };
      yield* keys(beside, ["targets", "targets", at, "stocks", i, "beside"]);
    }
}

function* keys(record: Readonly<Record<string, unknown>>, path: readonly (string | number)[]) {
  for (const id of Object.keys(record)) yield { path: [...path, id], id };
}
