import type { MissingReason } from "../../figures/figure.ts";
import type { Text } from "../../text/text.ts";
import type { Answer } from "../format/follow-up-file.ts";
import type { Goal, Part, Question } from "../format/goal.ts";
import { aimOf } from "../targets/kinds.ts";
import { answerTo } from "./answers.ts";

/** Why a goal cannot be settled as the plan words it; the question that asks, when the plan file has one. */
export type PlanFault = { readonly reason: MissingReason; readonly part: Part; readonly question?: Question };

/** Everything a part of a goal lacks as written, the open questions that block it first. */
export function planFaults(goal: Goal, part: Part, answers: readonly Answer[] = []): PlanFault[] {
  const blocking = goal.questions
    .filter((question) => question.reason !== undefined && concerns(question, goal, part))
    .filter((question) => answerTo(question, goal, answers) === undefined)
    .flatMap((question) => (question.reason === undefined ? [] : [{ reason: question.reason, part, question }]));
  const asked = new Set(blocking.flatMap(({ reason }) => [reason, ...(said[reason] ?? [])]));
  const lacking = part.target === undefined ? (["no-direction"] as const) : aimOf(part.target).lacks(part);
  return [...blocking, ...lacking.filter((reason) => !asked.has(reason)).map((reason) => ({ reason, part }))];
}

/** A question that says more than a bare lack says it too. */
const said: Readonly<Partial<Record<MissingReason, readonly MissingReason[]>>> = {
  "other-indicator": ["no-indicator"],
  "no-data": ["no-indicator"],
  "no-denominator": ["no-indicator"],
};

function concerns(question: Question, goal: Goal, part: Part): boolean {
  return question.part === undefined ? true : question.part === part.id || goal.parts.length === 1;
}

/** What would settle a goal that stands for each reason. */
export const whatSettles: Readonly<Record<MissingReason, Text>> = {
  "no-indicator": {
    da: "Vælg en indikator, eller indtast egne tal.",
    en: "Choose an indicator, or enter own figures.",
  },
  "no-data": {
    da: "Hent en serie for målets periode, eller indtast egne tal.",
    en: "Import a series for the goal's period, or enter own figures.",
  },
  "no-baseline": {
    da: "Oplys udgangspunktet, eller hent tal for det.",
    en: "Give the baseline, or import figures for it.",
  },
  "no-period": { da: "Oplys perioden.", en: "Give the period." },
  "no-direction": {
    da: "Oplys, hvilken vej der er fremgang.",
    en: "Say which way is progress.",
  },
  "no-denominator": { da: "Oplys, hvad andelen måles af.", en: "Say what the share is a share of." },
  contradictory: { da: "Vælg en af læsningerne.", en: "Choose one of the readings." },
  "other-indicator": {
    da: "Hent den rigtige serie; den nærmeste offentlige måler noget andet.",
    en: "Import the right series; the nearest public one measures something else.",
  },
  "not-yet-published": { da: "Vent, til tallet er offentliggjort.", en: "Wait until the figure is published." },
  "too-small": {
    da: "Mål på en større gruppe eller en længere periode.",
    en: "Measure a larger group or a longer period.",
  },
  broken: { da: "Oplys en korrektion for databruddet.", en: "Give a correction for the break in the data." },
  withheld: {
    da: "Brug egne tal fra registeret; det offentlige tal er skjult.",
    en: "Use own figures from the register; the public one is withheld.",
  },
  "outside-coverage": {
    da: "Indlæs et register, der dækker perioden.",
    en: "Import a register that covers the period.",
  },
  "no-evidence": { da: "Indtast dokumentation.", en: "Enter evidence." },
  "outside-validity": {
    da: "Vælg en indikator, der gælder i perioden.",
    en: "Choose an indicator that is valid in the period.",
  },
  "division-by-zero": { da: "Der er ingen at måle på i perioden.", en: "There is nobody to measure on in the period." },
  "not-permitted": { da: "Bed om adgang til tallet.", en: "Ask for access to the figure." },
};
