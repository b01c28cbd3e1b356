import { addDays } from "../../../calendar/day.ts";
import { numberOf } from "../../../calendar/month.ts";
import { normal, roundAtRandom } from "../../../stats/draw.ts";
import { someDay } from "../lives/days.ts";
import { isSeenOn } from "../lives/ledger.ts";
import type { Place, World } from "../world.ts";
import { casesByUnit } from "./units.ts";

/** Some of those with a case answer, in the last month of each quarter, how they find the municipality's effort. */
export function survey(world: World, place: Place): void {
  const { model, random, now, write } = world;
  const { id, per, questions } = model.parameters.contacts.survey;
  if (numberOf(now.month) % 3 !== 0 || !isSeenOn(world, now.first)) return;
  for (const [unit, cases] of casesByUnit(world, place)) {
    const answers = roundAtRandom(random, (cases * per) / 1000);
    for (let i = 0; i < answers; i++) {
      const date = someDay(random, now.first, now.end);
      const mood = 0.5 * normal(random);
      for (const [question, mean] of Object.entries(questions)) {
        const score = Math.round(Math.min(5, Math.max(1, mean + mood + 0.8 * normal(random))));
        write("survey_answers", { survey: id, date, question, score, unit });
      }
    }
  }
}

/** Inquiries come in on working days between 8 and 16, and most are answered. */
export function takeInquiries(world: World, place: Place): void {
  const { model, random, now, write, span } = world;
  const { per, medianHours, unanswered } = model.parameters.contacts.inquiries;
  if (!isSeenOn(world, now.first)) return;
  for (const [unit, cases] of casesByUnit(world, place))
    for (let day = now.first; day < now.end; day = addDays(day, 1)) {
      if (isWeekend(day)) continue;
      const count = roundAtRandom(random, (cases * per) / 1000);
      for (let i = 0; i < count; i++) {
        const received = day * 1440 + 480 + Math.floor(random() * 480);
        const minutes = Math.round(60 * medianHours * Math.exp(normal(random)));
        const isAnswered = random() >= unanswered && received + minutes < span.to * 1440;
        write("inquiries", { received, answered: isAnswered ? received + minutes : undefined, unit });
      }
    }
}

/** 1 January 1970 was a Thursday. */
function isWeekend(day: number): boolean {
  const fromMonday = (day + 3) % 7;
  return fromMonday === 5 || fromMonday === 6;
}
