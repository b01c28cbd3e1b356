import { join } from "node:path";
import { readIndicators } from "#connectors/data-files/indicators.ts";
import { readLaw } from "#connectors/data-files/law.ts";
import { parseDay } from "#core/calendar/day.ts";
import { addToMonth, type Month, parseMonth } from "#core/calendar/month.ts";
import type { Period } from "#core/calendar/period.ts";
import { type SeriesUnit, seriesOf } from "#core/register/counting/windows.ts";
import { registerFromRows } from "#core/register/from-rows.ts";
import { type AsOf, readAsOf } from "#core/register/reading/as-of.ts";
import type { Law } from "#core/register/reading/law.ts";
import { contactRuleFile } from "#core/rules/contacts.ts";
import { home } from "../meta/tree.ts";
import { drawsFrom } from "./draws.ts";
import { type NastyRegister, nastyRegister } from "./nasty.ts";

const data = join(home, "data");
export const indicators = readIndicators(data);

/** The law of the field, with contact rules that fall due within the short span of the registers. */
export const law: Law = {
  ...readLaw(data),
  contacts: contactRuleFile.parse({
    contacts: [
      {
        benefits: ["dagpenge"],
        conversations: ["jobsamtale"],
        least: "1",
        dueMonths: "1",
        validTo: "2016-12-31",
        source: "test",
      },
      {
        benefits: ["dagpenge"],
        conversations: ["jobsamtale", "opfoelgning"],
        least: "2",
        afterMonths: "1",
        dueMonths: "3",
        source: "test",
      },
      {
        benefits: ["kontanthjaelp"],
        visitation: ["jobparat"],
        conversations: ["jobsamtale"],
        least: "1",
        dueWeeks: "3",
        source: "test",
      },
      { benefits: ["sygedagpenge"], conversations: ["opfoelgning"], least: "1", dueWeeks: "2", source: "test" },
    ],
  }).contacts,
};

/** What a register is asked for: a stretch of months, and the unit of its series. */
export type Span = { readonly from: Month; readonly to: Month; readonly unit: SeriesUnit };

const lengths = { month: 3, quarter: 6, year: 12, rolling12: 2 } as const;

function spanOf(number: number): Span {
  const draws = drawsFrom(number * 7919 + 1);
  const unit = draws.one(["month", "month", "quarter", "year", "rolling12"] as const);
  const last = addToMonth(parseMonth("2017-06"), 1 - lengths[unit]);
  const somewhere = addToMonth(parseMonth("2016-01"), draws.whole(0, last - parseMonth("2016-01")));
  const from = unit === "year" ? parseMonth("2016-01") : somewhere;
  return { unit, from, to: addToMonth(from, lengths[unit] - 1) };
}

/** A register as rows and as read on its day, and what it is asked for. */
export type ReadRegister = {
  readonly register: NastyRegister;
  readonly read: AsOf;
  readonly span: Span;
  readonly periods: readonly Period[];
};

/** The generated register of a number, read. */
export function readNasty(number: number): ReadRegister {
  return readRegister(nastyRegister(number), spanOf(number));
}

/** A register read as of its day. */
export function readRegister(register: NastyRegister, span: Span): ReadRegister {
  const periods = seriesOf(span.from, span.to, span.unit).flat();
  return { register, span, periods, read: readAsOf(registerFromRows(register.plain), parseDay(register.asOf)) };
}
