import { addDays } from "../../calendar/day.ts";
import { splitInto } from "../../calendar/period.ts";
import { fill, type Text } from "../../text/text.ts";
import type { Evidence } from "../format/follow-up-file.ts";
import type { Goal, Part } from "../format/goal.ts";
import type { Milestone } from "../targets/milestone.ts";
import { cannot, reasonSentence } from "./cannot.ts";
import type { Ground } from "./ground.ts";
import { planFaults } from "./plan-faults.ts";
import { dayText, periodText } from "./say.ts";
import type { Verdict } from "./verdict.ts";

/**
 * A milestone is settled by evidence: reached by its date, or so many times in every part of the period.
 * Past its date and without evidence it cannot be settled, for nobody has said that it was not reached.
 */
export function milestoneVerdict(goal: Goal, part: Part, ground: Ground): Verdict {
  const { followUp, asOf, plan } = ground;
  if (part.target?.kind !== "milestone") return cannot("no-direction", reasonSentence("no-direction"));
  const fault = planFaults(goal, part, followUp.answers).find(({ reason }) => reason !== "no-evidence");
  const evidence = followUp.evidence.filter(
    (one) => one.goal === goal.id && (one.part ?? part.id) === part.id && one.done <= asOf,
  );
  const refused = evidence.findLast(({ reached }) => !reached);
  if (refused !== undefined) return { family: "settled", value: "not-met", reason: told(refused) };
  if (fault !== undefined && (part.target.by !== undefined || evidence.length === 0))
    return cannot(fault.reason, fault.question?.asks ?? reasonSentence(fault.reason));
  const due = part.target.by ?? plan.period;
  if (part.target.times !== undefined) return timesVerdict(part.target, evidence, ground, due);
  const last = evidence.findLast(({ reached }) => reached);
  if (last !== undefined)
    return { family: "settled", value: last.done < due.to ? "met" : "not-met", reason: told(last) };
  if (asOf < due.to)
    return { family: "under-way", value: "not-yet-due", reason: fill(waits, { period: periodText(due) }) };
  return cannot("no-evidence", fill(passed, { period: periodText(due) }));
}

/** So many times a year: every finished part of the period must have its number of days with evidence. */
function timesVerdict(
  { times, per }: Milestone,
  evidence: readonly Evidence[],
  { asOf }: Ground,
  within: Ground["plan"]["period"],
): Verdict {
  const rounds = splitInto(within, per === "month" ? "month" : per === "quarter" ? "quarter" : "year");
  const finished = rounds.filter(({ to }) => to <= addDays(asOf, 1));
  const done = (round: (typeof rounds)[number]) =>
    evidence.filter(({ done: on }) => on >= round.from && on < round.to).length;
  const wanted = (times ?? 1) * (per === "half" ? 2 : 1);
  const counted = { done: evidence.length, wanted: wanted * rounds.length, period: periodText(within) };
  if (rounds.every((round) => done(round) >= wanted))
    return { family: "settled", value: "met", reason: fill(timesDone, counted) };
  const short = finished.find((round) => done(round) < wanted);
  if (short === undefined)
    return {
      family: "under-way",
      value: evidence.length > 0 ? "on-course" : "not-yet-due",
      reason: fill(timesDone, counted),
    };
  if (evidence.length === 0) return cannot("no-evidence", fill(passed, { period: periodText(short) }));
  return cannot("no-evidence", fill(timesShort, { done: done(short), wanted, period: periodText(short) }));
}

function told({ done, what, by }: Evidence): Text {
  const words = `${what} (${by})`;
  const { da, en } = dayText(done);
  return { da: `${da}: ${words}.`, en: `${en}: ${words}.` };
}

const waits: Text = { da: "Fristen er {period}.", en: "It is due in {period}." };
const passed: Text = {
  da: "Fristen, {period}, er passeret uden dokumentation.",
  en: "The deadline, {period}, has passed without evidence.",
};
const timesDone: Text = {
  da: "{done} af {wanted} gange er dokumenteret for {period}.",
  en: "{done} of {wanted} times have evidence for {period}.",
};
const timesShort: Text = {
  da: "Kun {done} af {wanted} gange er dokumenteret for {period}.",
  en: "Only {done} of {wanted} times have evidence for {period}.",
};
