import { z } from "zod";
import { addDays, addMonths, isDay } from "../../calendar/day.ts";
import type { ContactRule } from "../../rules/contacts.ts";
import { isValidOn } from "../../vocabulary/validity.ts";
import { benefitOf, benefitSpells } from "../reading/benefits.ts";
import { wholeWindows } from "../reading/condition.ts";
import { findRows, getColumn, type Reading, stretchesOf } from "../reading/reading.ts";
import { latestSteps } from "../reading/residence.ts";
import { add, filter, join, type Stretches, sorted, startList } from "../stretches/list.ts";
import { asSteps, lookUp, within } from "../stretches/steps.ts";
import { cover } from "../stretches/unite.ts";
import type { Asked, Measure, Need } from "./measure.ts";
import { flagWord } from "./options.ts";

/**
 * Persons for whom conversations fell due in the period, by the rule of the day, and were all held in time; or everyone
 * for whom some fell due.
 */
const spec = z.strictObject({ measure: z.literal("timely"), everyone: flagWord });

export const timely: Measure<typeof spec> = {
  spec,
  table: () => "benefits",
  needs: () => [yearBack("benefits"), yearBack("conversations")],
  count: (reading, { everyone }, asked) => {
    const due = conversationsDue(reading);
    const late = filter(due, (i) => due.weight[i] === 0);
    const counted = everyone
      ? due
      : withoutLate(
          reading,
          filter(due, (i) => due.weight[i] > 0),
          late,
          asked,
        );
    return { stretches: counted, value: "persons" };
  },
};

/** A spell whose conversations fall due in a period began within the year before it. */
function yearBack(table: Need["table"]): Need {
  return { table, from: (period) => addMonths(period.from, -12), to: (period) => period.to };
}

/** What falls due, as the day it does: with weight 1 when held in time, else 0. */
function conversationsDue(reading: Reading): Stretches {
  const spells = benefitSpells(reading);
  const benefits = benefitOf(reading);
  const { dictionaries } = reading.register;
  const heldBetween = heldConversations(reading);
  const category = dictionaries.visitation.words;
  const categoryOn = lookUp(latestSteps(reading, "visitation", "category", category));
  const due = startList();
  for (let i = 0; i < spells.count; i++)
    for (const rule of reading.law.contacts) {
      const [begins, falls] = daysOf(rule, spells.from[i]);
      if (!rule.benefits.includes(dictionaries.benefit.words[benefits[spells.row[i]]])) continue;
      if (!isDay(falls) || !isValidOn(rule.valid, falls) || spells.to[i] <= falls || falls > reading.asOf) continue;
      const visited = category[categoryOn(spells.person[i], falls)];
      if (rule.visitation.length > 0 && !rule.visitation.includes(visited)) continue;
      const inTime = heldBetween(rule, spells.person[i], begins, falls) >= rule.least;
      add(due, spells.person[i], falls, falls + 1, inTime ? 1 : 0, spells.row[i], spells.place[i]);
    }
  return sorted(due);
}

/** The day from which a rule counts conversations in a spell that began on a day, and the day they fall due. */
function daysOf({ afterMonths, dueMonths, dueWeeks }: ContactRule, begun: number): [number, number] {
  if (!isDay(begun)) return [begun, begun];
  return [addMonths(begun, afterMonths), addDays(addMonths(begun, dueMonths), 7 * dueWeeks)];
}

/** Counts the conversations of the kinds of a rule that a person has held from one day to another, both included. */
function heldConversations(reading: Reading): (rule: ContactRule, person: number, from: number, to: number) => number {
  if (findRows(reading, "conversations") === undefined) return () => 0;
  const rows = stretchesOf(reading, "conversations");
  const [kinds, results] = [getColumn(reading, "conversations", "type"), getColumn(reading, "conversations", "status")];
  const { dictionaries } = reading.register;
  const held = dictionaries["conversation-status"].numbers.get("afholdt");
  const byPerson = new Map<number, number[]>();
  for (let i = 0; i < rows.count; i++)
    if (results[rows.row[i]] === held) byPerson.set(rows.person[i], [...(byPerson.get(rows.person[i]) ?? []), i]);
  return ({ conversations }, person, from, to) =>
    (byPerson.get(person) ?? []).filter(
      (i) =>
        rows.from[i] >= from &&
        rows.from[i] <= to &&
        conversations.includes(dictionaries["conversation-type"].words[kinds[rows.row[i]]]),
    ).length;
}

/** What was in time, without that of persons who were late in the same window; by benefit, on the same benefit. */
function withoutLate(reading: Reading, inTime: Stretches, late: Stretches, asked: Asked): Stretches {
  if (!asked.has("benefit")) return outsideWindowsOf(reading, inTime, late);
  const benefits = benefitOf(reading);
  const codes = [...new Set(Array.from(inTime.row.subarray(0, inTime.count), (row) => benefits[row]))];
  const kept = codes.map((code) =>
    outsideWindowsOf(
      reading,
      filter(inTime, (i) => benefits[inTime.row[i]] === code),
      filter(late, (i) => benefits[late.row[i]] === code),
    ),
  );
  return join(...kept);
}

function outsideWindowsOf(reading: Reading, inTime: Stretches, late: Stretches): Stretches {
  const windows = cover(wholeWindows(reading, late));
  return within(inTime, asSteps(windows), true);
}
