import { addPart, type Stretches, startList } from "../stretches/list.ts";
import { benefitOf, benefitSpells } from "./benefits.ts";
import type { Reading } from "./reading.ts";

/** The weeks that a spell has begun when it enters each band. */
const bandStarts = [0, 13, 26, 52, 104, 156];

/** The words of the bands by their codes, from 1: the weeks of a spell, the one running included. */
export const durationWords: readonly string[] = [
  "",
  ...bandStarts.map((start, k) => `${start === 0 ? 0 : start + 1}-${bandStarts[k + 1] ?? ""}`),
];

/** Cuts days on benefits by how long the spell they belong to has lasted on the day. */
export function splitByDuration(reading: Reading, stretches: Stretches): Stretches {
  const spells = benefitSpells(reading);
  const benefits = benefitOf(reading);
  const parts = startList(stretches.count);
  let start = 0;
  for (let i = 0; i < stretches.count; i++) {
    while (start < spells.count && spells.person[start] < stretches.person[i]) start++;
    let spell = start;
    while (spell < spells.count && !isSpellOf(spells, spell, stretches, i, benefits)) spell++;
    addBands(parts, stretches, i, spells.from[spell]);
  }
  return parts;
}

function isSpellOf(spells: Stretches, k: number, days: Stretches, i: number, benefits: ArrayLike<number>): boolean {
  return (
    benefits[spells.row[k]] === benefits[days.row[i]] &&
    spells.place[k] === days.place[i] &&
    spells.from[k] <= days.from[i] &&
    days.from[i] < spells.to[k]
  );
}

function addBands(parts: ReturnType<typeof startList>, stretches: Stretches, i: number, begun: number): void {
  const to = stretches.to[i];
  for (const [band, weeks] of bandStarts.entries()) {
    const from = Math.max(stretches.from[i], begun + weeks * 7);
    const next = bandStarts[band + 1];
    const until = next === undefined ? to : Math.min(to, begun + next * 7);
    if (from >= until) continue;
    const part = addPart(parts, stretches, i, from, until);
    parts.code[part] = band + 1;
  }
}
