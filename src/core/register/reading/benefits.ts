import type { BenefitGroup } from "../../vocabulary/vocabulary.ts";
import { filter, type Stretches, startList } from "../stretches/list.ts";
import { joinAlike, spellRule } from "../stretches/spells.ts";
import { placed } from "../stretches/steps.ts";
import { cover, unite } from "../stretches/unite.ts";
import { findRows, getColumn, type Reading, remember, stretchesOf } from "./reading.ts";
import { residenceSteps } from "./residence.ts";

/** Benefits whose spells end on the last day registered, whatever follows. */
const registered = ["sygedagpenge"];

/**
 * The days on benefits, each with its degree: rows of one person, benefit and municipality united by day. A row without
 * a municipality is the residence's, day by day.
 */
export function benefitDays(reading: Reading): Stretches {
  return remember(reading, "benefit days", () => {
    if (findRows(reading, "benefits") === undefined) return startList(0);
    const rows = placed(stretchesOf(reading, "benefits"), () => residenceSteps(reading));
    return unite(rows, benefitOf(reading));
  });
}

/** Spells on benefits, by person, benefit and municipality. */
export function benefitSpells(reading: Reading): Stretches {
  return remember(reading, "benefit spells", () => {
    const { numbers } = reading.register.dictionaries.benefit;
    const rule = spellRule(new Set(registered.flatMap((code) => numbers.get(code) ?? [])));
    const spells = joinAlike(benefitDays(reading), benefitOf(reading), rule, reading.asOf);
    return { ...spells, weight: new Float64Array(spells.count).fill(1) };
  });
}

/** Whether every one of the benefits has spells that end when their end is registered. */
export function endsWhenRegistered(benefits: readonly string[]): boolean {
  return benefits.length > 0 && benefits.every((code) => registered.includes(code));
}

/** The days a person has any benefit of the groups, each once. */
export function groupDays(reading: Reading, ...groups: readonly BenefitGroup[]): Stretches {
  return remember(reading, `group ${groups.join(" ")}`, () => {
    const benefits = benefitOf(reading);
    const wanted = benefitsIn(reading, groups);
    const days = benefitDays(reading);
    return cover(filter(days, (i) => wanted[benefits[days.row[i]]] === 1));
  });
}

/** 1 at the number of each benefit of the groups. */
export function benefitsIn({ law, register }: Reading, groups: readonly BenefitGroup[]): Uint8Array {
  const groupOf = (code: string) => law.benefitGroups.get(code);
  return Uint8Array.from(register.dictionaries.benefit.words, (code) =>
    groups.some((one) => one === groupOf(code)) ? 1 : 0,
  );
}

/** The benefit of each row of `benefits`. */
export function benefitOf(reading: Reading): ArrayLike<number> {
  return findRows(reading, "benefits") === undefined ? [] : getColumn(reading, "benefits", "benefit");
}
