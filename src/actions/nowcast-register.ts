import { readLaw } from "#connectors/data-files/law.ts";
import { addToMonth, formatMonth } from "#core/calendar/month.ts";
import { replacedBy } from "#core/forecast/flow/dated.ts";
import { inFull, isToldInFull, lastToldOn, lateBy, toldBy } from "#core/forecast/flow/late.ts";
import type { FlowModel } from "#core/forecast/flow/model.ts";
import { lastMonth } from "#core/forecast/flow/observe.ts";
import type { Expected } from "#core/forecast/series/forecast.ts";
import type { Register } from "#core/register/columns.ts";
import { findNumber } from "#core/register/dictionary.ts";
import { type AsOf, readAsOf } from "#core/register/reading/as-of.ts";
import type { Text } from "#core/text/text.ts";
import { liveSnapshots, type Stored } from "#store/snapshots/folder.ts";
import { openSnapshot } from "#store/snapshots/open.ts";
import type { Data } from "./open-data.ts";
import { openRegister } from "./open-register.ts";
import { type RegisterSetting, registerStore } from "./register-setting.ts";
import { flowModelOf, isOfFew, type SeenOf, seenByMunicipality } from "./seen-municipalities.ts";

/** What the newest months of a register will have been when all is told; or why it cannot be said. */
export type Newest = readonly NewestRow[] | { readonly missing: Text };

/** A month that has been, in full-time persons: as the register tells it now, and as it is expected to be told in the end. */
export type NewestRow = Expected & {
  readonly benefit: string;
  readonly municipality?: string;
  /** `2018-09`. */
  readonly period: string;
  readonly told: number;
};

/** As many older extracts as are learnt from, one a month: what was late years ago says little of now. */
const MOST = 12;

/**
 * What the newest months of a register's benefits will have been when all is told, by what older extracts of the same name
 * lacked of theirs.
 *
 * @throws BrokenInput when the register is unknown or too short, register-of-others
 */
export async function nowcastRegister(
  data: Data,
  { register: name, municipality }: { readonly register: string; readonly municipality?: string | undefined },
  setting: RegisterSetting,
): Promise<Newest> {
  const register = await openRegister(name, setting);
  const read = readAsOf(register, register.extracted);
  const older = await olderExtracts(register, setting);
  const { model } = flowModelOf(data);
  const all = seenByMunicipality(data, read, model, municipality);
  return newestOf(
    read,
    all.flatMap((one) => newestMonths(data, read, model, one, older)),
  );
}

/** The rows, or why there are none. */
export function newestOf({ register, asOf }: AsOf, rows: readonly NewestRow[]): Newest {
  if (rows.length > 0) return rows;
  return { missing: asOf < register.extracted ? asOfBefore : tooFewExtracts };
}

/** The latest extracts of the same name whose months are told in full by now: the last one of each month they end with. */
export function olderExtracts({ name, extracted }: Register, setting: RegisterSetting): Promise<Register[]> {
  const newest = lastToldOn(extracted);
  const byMonth = new Map<number, Stored>();
  const drawn = liveSnapshots(registerStore(setting)).toSorted((a, b) => a.manifest.extracted - b.manifest.extracted);
  for (const one of drawn) {
    const last = lastToldOn(one.manifest.extracted);
    if (one.manifest.name === name && isToldInFull(last, newest)) byMonth.set(last, one);
  }
  return Promise.all([...byMonth.values()].slice(-MOST).map(openSnapshot));
}

/**
 * The newest months of a municipality's benefits, less those that few have; of a register read as of an earlier day than
 * it was drawn none, for there nothing is late.
 */
export function newestMonths(
  data: Data,
  read: AsOf,
  model: FlowModel,
  { seen, municipality, isOneOfSeveral }: SeenOf,
  older: readonly Register[],
): NewestRow[] {
  if (read.asOf < read.register.extracted) return [];
  const law = readLaw(data.folders.data, data.vocabulary);
  const { observed, benefits } = seen;
  const { first } = observed;
  const asked = {
    benefits: benefits.map(({ benefit }) => benefit),
    replaced: replacedBy(model.changes, lastMonth(observed)),
    first,
  };
  const told = older.flatMap((register) => {
    const own = findNumber(register.dictionaries.municipality, municipality.municipality ?? "");
    if (isOneOfSeveral && own === undefined) return [];
    return toldBy(readAsOf(register, register.extracted), law, asked, isOneOfSeveral ? own : undefined);
  });
  const late = lateBy({ last: lastMonth(observed), fullTime: benefits.map(({ fullTime }) => fullTime) }, first, told);
  if (late === undefined) return [];
  return benefits.flatMap(({ benefit, fullTime }, number) =>
    isOfFew(seen, benefit)
      ? []
      : inFull(fullTime, late, number).map(({ at, ...expected }) => ({
          ...{ benefit, ...municipality, period: formatMonth(addToMonth(first, at)), told: fullTime[at], ...expected },
        })),
  );
}

const asOfBefore: Text = {
  da: "Registret er læst som på en dag, før det blev trukket: de måneder, der var nyeste dengang, er for længst registreret.",
  en: "The register is read as of a day before it was drawn: the months that were newest then have long been registered.",
};
const tooFewExtracts: Text = {
  da: "Hvor meget der kommer sent, kan kun ses af ældre udtræk af samme register, og der er ingen, der er mindst et halvt år ældre.",
  en: "How much comes late can only be seen from older extracts of the same register, and none is at least half a year older.",
};
