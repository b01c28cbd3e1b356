import { type Decision, refusals } from "../access/decide.ts";
import { isRole, roles } from "../access/role.ts";
import { fill, type Text, verbatim } from "../text/text.ts";
import { type ActWords, actWords } from "./act-words.ts";
import type { AuditEntry } from "./entry.ts";
import { toldText } from "./told-words.ts";

/**
 * An entry of the log as a sentence: who, in which role, did or was denied what, to what, and why.
 *
 * @param who what the account is called
 * @example sentenceOf({ at: "2026-11-22T08:30:00.000Z", actor: "a", act: "read-plan", outcome: "done", municipalities: [], subject: "plans", count: 5 }, "Anne").da // "Anne læste planer: planer. Antal: 5."
 */
export function sentenceOf(entry: AuditEntry, who: string): Text {
  const { act, outcome, subject, query, count, reason } = entry;
  const { did, wanted } = wordsOf(act);
  const person = who === "program" ? theProgram : verbatim(who);
  if (outcome === "denied") {
    const why = reason !== undefined && isRefusal(reason) ? refusals[reason] : verbatim(reason ?? "");
    return fill(why.da === "" ? denied : deniedWhy, { person, wanted, subject: toldText(subject), why });
  }
  const role = entry.role !== undefined && isRole(entry.role) ? roles[entry.role] : undefined;
  const told = fill(role === undefined ? done : doneAs, { person, role: role ?? "", did, subject: toldText(subject) });
  const more = [
    ...(query === undefined || query === "" ? [] : [fill(asked, { query: toldText(query) })]),
    ...(count === undefined ? [] : [fill(counted, { count })]),
    ...(reason === undefined ? [] : [fill(because, { reason: verbatim(reason) })]),
  ];
  return { da: [told, ...more].map(({ da }) => da).join(" "), en: [told, ...more].map(({ en }) => en).join(" ") };
}

const theProgram: Text = { da: "Programmet", en: "The program" };
const done: Text = { da: "{person} {did}: {subject}.", en: "{person} {did}: {subject}." };
const doneAs: Text = { da: "{person} ({role}) {did}: {subject}.", en: "{person} ({role}) {did}: {subject}." };
const denied: Text = {
  da: "{person} ville {wanted} ({subject}) og fik nej.",
  en: "{person} wanted to {wanted} ({subject}) and was refused.",
};
const deniedWhy: Text = {
  da: "{person} ville {wanted} ({subject}) og fik nej: «{why}».",
  en: "{person} wanted to {wanted} ({subject}) and was refused: «{why}».",
};
const asked: Text = { da: "Søgning: {query}.", en: "Asked for: {query}." };
const counted: Text = { da: "Antal: {count}.", en: "Count: {count}." };
const because: Text = { da: "Begrundelse: {reason}.", en: "Reason: {reason}." };

/** An act's words; of one that only former programs had, its name. */
function wordsOf(act: string): ActWords {
  return isKnown(act) ? actWords[act] : { did: verbatim(act), wanted: verbatim(act) };
}

function isKnown(act: string): act is keyof typeof actWords {
  return Object.hasOwn(actWords, act);
}

function isRefusal(reason: string): reason is Extract<Decision, { may: false }>["why"] {
  return Object.hasOwn(refusals, reason);
}
