import { addDays, type Day, dayOf, formatDay, partsOf } from "#core/calendar/day.ts";
import type { Register } from "#core/register/columns.ts";
import { type PlainRow, registerFromRows } from "#core/register/from-rows.ts";
import { between, chance, drawFrom, exponential, type Mix, mixOf, normal } from "#core/stats/draw.ts";
import { type Random, randomFrom } from "#core/stats/random.ts";

/*
 * Small registers whose truth is known, made in another way than the model sees them: lives in days, stays of any length
 * (Weibull, some cut off at a limit), where one goes depends on how long one stayed, people come in a season and in a slow
 * cycle of their own, and some come back.
 */

/** One kind of stay. */
type Kind = {
  /** Typical days, and how the chance of leaving changes with time: below 1 it falls, above it rises. */
  readonly days: number;
  readonly shape: number;
  /** A share of people who stay several times longer. */
  readonly long: number;
  /** Nobody stays longer. */
  readonly limit?: number;
  /** Where people go: after a short stay, and after one longer than typical. */
  readonly soon: Readonly<Record<string, number>>;
  readonly late: Readonly<Record<string, number>>;
  /** How much more people come in January than in July. */
  readonly season: number;
  readonly ages: readonly [number, number];
};

const kinds: Readonly<Record<string, Kind>> = {
  dagpenge: {
    ...{ days: 170, shape: 0.9, long: 0.1, limit: 730, season: 0.35, ages: [20, 60] },
    soon: { work: 0.85, sygedagpenge: 0.08, self: 0.07 },
    late: { work: 0.55, kontanthjaelp: 0.25, self: 0.2 },
  },
  kontanthjaelp: {
    ...{ days: 260, shape: 0.75, long: 0.25, season: 0.15, ages: [25, 60] },
    soon: { work: 0.6, self: 0.25, dagpenge: 0.05, education: 0.1 },
    late: { work: 0.35, ressourceforloeb: 0.25, self: 0.25, sygedagpenge: 0.15 },
  },
  uddannelseshjaelp: {
    ...{ days: 210, shape: 0.95, long: 0.2, season: 0.3, ages: [18, 29] },
    soon: { education: 0.55, work: 0.3, self: 0.15 },
    late: { education: 0.3, work: 0.25, kontanthjaelp: 0.3, ressourceforloeb: 0.15 },
  },
  sygedagpenge: {
    ...{ days: 100, shape: 1.1, long: 0.15, limit: 500, season: 0.25, ages: [22, 63] },
    soon: { work: 0.9, self: 0.1 },
    late: { work: 0.45, jobafklaringsforloeb: 0.45, dagpenge: 0.1 },
  },
  jobafklaringsforloeb: {
    ...{ days: 420, shape: 1.3, long: 0, limit: 730, season: 0, ages: [25, 60] },
    soon: { work: 0.5, ledighedsydelse: 0.3, self: 0.2 },
    late: { work: 0.25, ledighedsydelse: 0.4, ressourceforloeb: 0.35 },
  },
  ressourceforloeb: {
    ...{ days: 800, shape: 1.5, long: 0, limit: 1825, season: 0, ages: [20, 55] },
    soon: { work: 0.3, ledighedsydelse: 0.4, self: 0.3 },
    late: { foertidspension: 0.5, ledighedsydelse: 0.4, kontanthjaelp: 0.1 },
  },
  revalidering: {
    ...{ days: 600, shape: 1.6, long: 0, limit: 1500, season: 0.4, ages: [20, 50] },
    soon: { work: 0.5, kontanthjaelp: 0.5 },
    late: { work: 0.8, dagpenge: 0.2 },
  },
  ledighedsydelse: {
    ...{ days: 270, shape: 0.85, long: 0.15, season: 0.1, ages: [25, 62] },
    soon: { fleksjob: 0.9, sygedagpenge: 0.1 },
    late: { fleksjob: 0.7, foertidspension: 0.3 },
  },
  fleksjob: {
    ...{ days: 1000, shape: 0.95, long: 0.1, season: 0, ages: [25, 63] },
    soon: { ledighedsydelse: 0.5, work: 0.5 },
    late: { ledighedsydelse: 0.5, self: 0.5 },
  },
  foertidspension: {
    ...{ days: 6000, shape: 1.2, long: 0, season: 0, ages: [30, 62] },
    soon: { dead: 1 },
    late: { dead: 1 },
  },
};
export const truthBenefits: readonly string[] = Object.keys(kinds);

/** What a register is like: each is another municipality, in other years. */
type Town = {
  readonly random: Random;
  readonly kinds: ReadonlyMap<string, Kind & { readonly soonMix: Mix<string>; readonly lateMix: Mix<string> }>;
  /** Persons a day, before season and cycle. */
  readonly perDay: ReadonlyMap<string, number>;
  readonly cycles: ReadonlyMap<string, Float64Array>;
  readonly returns: number;
};

/** The first day anything is simulated of, the first and the day after the last of the register. */
const BEGIN = dayOf(2002, 1, 1);
const FROM = dayOf(2012, 1, 1);
export const UNTIL = dayOf(2020, 1, 1);

/** A register with known truth, from 2012 to 2019, so many times a small one: the same seed gives the same. */
export function truthRegister(seed: number, times = 1): Register {
  const town = townOf(seed, times);
  const tables: Record<"persons" | "benefits" | "employment" | "education" | "residence", PlainRow[]> = {
    ...{ persons: [], benefits: [], employment: [], education: [], residence: [] },
  };
  let count = 0;
  const live = (benefit: string, day: Day) => {
    const id = `p${count++}`;
    const { random } = town;
    const [young, old] = kinds[benefit].ages;
    const birth = addDays(day, -Math.floor(between(random, young, old) * 365.25));
    let at = day;
    let state = benefit;
    let isSeen = false;
    const rows: [keyof typeof tables, PlainRow][] = [];
    while (at < UNTIL) {
      const kind = town.kinds.get(state);
      if (kind === undefined) {
        const days = Math.ceil(between(random, 0.3, 1.7) * 150 * exponential(random));
        const isBack = chance(random, town.returns);
        const end = isBack ? addDays(at, days) : UNTIL;
        const to = isBack ? formatDay(addDays(end, -1)) : "";
        if (state === "dead") {
          rows.push([
            "residence",
            { person_id: id, municipality: "851", from: formatDay(birth), to: formatDay(addDays(at, -1)), end: "doed" },
          ]);
          break;
        }
        if (state === "work")
          rows.push(["employment", { person_id: id, from: formatDay(at), to, hours_per_week: 37, kind: "ordinaer" }]);
        if (state === "education")
          rows.push(["education", { person_id: id, kind: "erhvervsuddannelse", from: formatDay(at), to, su: "ja" }]);
        if (!isBack) break;
        at = end;
        state = benefit === "foertidspension" || benefit === "fleksjob" ? "kontanthjaelp" : benefit;
        continue;
      }
      const days = stay(town, kind);
      const end = addDays(at, days);
      if (end > FROM) {
        isSeen = true;
        rows.push([
          "benefits",
          {
            person_id: id,
            benefit: state,
            municipality: "851",
            from: formatDay(at),
            to: end >= UNTIL ? "" : formatDay(addDays(end, -1)),
          },
        ]);
      }
      state = drawFrom(random, days > kind.days ? kind.lateMix : kind.soonMix);
      at = end;
    }
    if (!isSeen) return;
    tables.persons.push({ person_id: id, birth_date: formatDay(birth) });
    for (const [table, row] of rows) tables[table].push(row);
  };
  for (const benefit of truthBenefits) for (const day of comingDays(town, benefit)) live(benefit, day);
  return registerFromRows({
    ...{ id: `truth-${seed}`, name: `truth ${seed}`, simulated: true, extracted: "2019-12-31", tables },
    covers: Object.fromEntries(Object.keys(tables).map((table) => [table, ["2012-01-01", "2019-12-31"] as const])),
  });
}

function townOf(seed: number, times: number): Town {
  const random = randomFrom(seed);
  const own = new Map(
    Object.entries(kinds).map(([benefit, kind]) => [
      benefit,
      {
        ...kind,
        days: kind.days * between(random, 0.8, 1.25),
        shape: kind.shape * between(random, 0.9, 1.1),
        season: kind.season * between(random, 0.5, 1.5),
        soonMix: mixOf(Object.entries(kind.soon)),
        lateMix: mixOf(Object.entries(kind.late)),
      },
    ]),
  );
  const cycles = new Map(truthBenefits.map((benefit) => [benefit, cycle(random)]));
  const wanted: Readonly<Record<string, readonly [number, number]>> = {
    dagpenge: [180, 400],
    kontanthjaelp: [150, 400],
    sygedagpenge: [130, 300],
    foertidspension: [200, 500],
    fleksjob: [140, 300],
  };
  const perDay = new Map<string, number>();
  const within: Readonly<Record<string, number>> = {
    ...{ jobafklaringsforloeb: 0.35, ressourceforloeb: 0.4, ledighedsydelse: 0.3, fleksjob: 0.3, foertidspension: 0.7 },
  };
  for (const [benefit, kind] of own) {
    const stock = between(random, ...(wanted[benefit] ?? [130, 240]));
    perDay.set(benefit, times * (stock / (kind.days * (1 + 2 * kind.long))) * (within[benefit] ?? 0.75));
  }
  return { random, kinds: own, perDay, cycles, returns: between(random, 0.2, 0.4) };
}

/** The logarithm of a slow cycle by month since the beginning: it swings back, in years. */
function cycle(random: Random): Float64Array {
  const stays = between(random, 0.93, 0.99);
  const swing = between(random, 0.05, 0.25);
  let at = swing * normal(random);
  return Float64Array.from({ length: (2020 - 2002) * 12 }, () => {
    at = stays * at + swing * Math.sqrt(1 - stays * stays) * normal(random);
    return at;
  });
}

function* comingDays({ random, perDay, cycles, kinds: own }: Town, benefit: string): Generator<Day> {
  const { season } = own.get(benefit) ?? kinds[benefit];
  const most = (perDay.get(benefit) ?? 0) * Math.exp(1.2);
  for (let at = 0; ; ) {
    at += exponential(random) / most;
    const day = addDays(BEGIN, Math.floor(at));
    if (day >= UNTIL) return;
    const { year, month } = partsOf(day);
    const log =
      (cycles.get(benefit)?.[(year - 2002) * 12 + month - 1] ?? 0) + season * Math.cos(((month - 1) / 6) * Math.PI);
    if (chance(random, Math.exp(log - 1.2))) yield day;
  }
}

/** Days of a stay: Weibull, some several times longer, and none above the limit. */
function stay({ random }: Town, { days, shape, long, limit = 20_000 }: Kind): number {
  const typical = chance(random, long) ? days * 3 : days;
  return Math.max(1, Math.min(limit, Math.ceil(typical * exponential(random) ** (1 / shape))));
}
