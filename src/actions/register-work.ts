import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Delivery } from "#connectors/register-files/read-delivery.ts";
import { formatDay } from "#core/calendar/day.ts";
import { firstDay, firstDayAfter, parseMonth } from "#core/calendar/month.ts";
import { type FaultGroup, groupFaults } from "#core/faults/group.ts";
import type { Text } from "#core/text/text.ts";
import type { Tell } from "./answer-once.ts";
import { changesIfAccepted, type HandedPlan, type PlanIfAccepted } from "./changes-if-accepted.ts";
import { type CheckedRegister, checkRegister, ownersOf, type RegisterRequest } from "./check-register.ts";
import { type Imported, importRegister } from "./import-register.ts";
import type { Data } from "./open-data.ts";
import type { RegisterSetting } from "./register-setting.ts";
import { simulateRegister } from "./simulate-register.ts";

/** Heavy work on registers, as it is handed to a process of its own. */
export type RegisterWork = ReadWork | SimulateWork;
export type ReadWork = {
  readonly does: "check" | "import";
  readonly folder: string;
  readonly municipality: string;
  readonly name?: string;
  /** Load it though the import guard found something; load the good rows though others are rejected. */
  readonly accept?: boolean;
  readonly acceptPartial?: boolean;
  /** The municipality's plans, to tell what would change in them. */
  readonly plans?: readonly HandedPlan[];
};
export type SimulateWork = {
  readonly does: "simulate";
  readonly municipality: string;
  /** Other municipalities of the same register. */
  readonly beside?: readonly string[];
  /** The first and the last month, as `2014-01`. */
  readonly from: string;
  readonly to: string;
  readonly seed: number;
  readonly scale: number;
};

/** What came of it, to be kept and shown. */
export type RegisterReport = {
  readonly outcome: Imported["outcome"] | "checked";
  readonly name: string;
  readonly id: string;
  readonly simulated: boolean;
  /** `2018-12-31`. */
  readonly extracted: string;
  readonly municipalities: readonly string[];
  readonly tables: readonly {
    readonly table: string;
    readonly file: string;
    readonly rowsIn: number;
    readonly rejected: number;
    readonly duplicates: number;
    readonly joined: number;
    readonly loaded: number;
    /** The dialect that was found. */
    readonly written: Delivery["reports"][number]["written"];
  }[];
  /** How many faults there are; the groups hold the first thousand of each file. */
  readonly faultCount: number;
  readonly faults: readonly FaultGroup[];
  /** What the import guard asks a human. */
  readonly findings: readonly { readonly rule: string; readonly says: Text }[];
  /** What would change in the goals of the plans, where the register is not let in yet. */
  readonly goals?: readonly PlanIfAccepted[];
  readonly notes: readonly Text[];
  readonly assumptions: readonly Text[];
};

/** Does the work here and now. @throws BrokenInput when the folder cannot be read as a register at all */
export function doRegisterWork(work: RegisterWork, data: Data, setting: RegisterSetting, tell: Tell) {
  return work.does === "simulate"
    ? simulateAndImport(work, data, setting, tell)
    : readFolder(work, data, setting, tell);
}

async function readFolder(work: ReadWork, data: Data, setting: RegisterSetting, tell: Tell): Promise<RegisterReport> {
  const { does, folder, municipality, name, accept, acceptPartial, plans = [] } = work;
  const shares = startsOf(folder);
  const request: RegisterRequest = {
    ...{ folder, municipality, name },
    onProgress: ({ file, rows }) =>
      tell(READING * (shares.get(file) ?? 0), { da: `${file}: ${rows} rækker`, en: `${file}: ${rows} rows` }),
  };
  const read =
    does === "check"
      ? { ...(await checkRegister(request, setting)), outcome: "checked" as const }
      : await importRegister({ ...request, accept, acceptPartial }, setting);
  const report = reportOf(read, read.outcome, municipality);
  const isToDecide = read.outcome === "checked" || read.outcome === "stopped";
  if (!isToDecide || read.delivery.unreadable.length > 0) return report;
  tell(READING, { da: "følger planerne op", en: "following the plans up" });
  return { ...report, goals: await changesIfAccepted(read, plans, data, setting) };
}

/** The part of an import that is reading; the rest is comparing and writing. */
const READING = 0.8;

/** At which share of the folder's bytes each file begins. */
function startsOf(folder: string): ReadonlyMap<string, number> {
  const files = existsSync(folder)
    ? readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size] as const)
    : [];
  const all = files.reduce((sum, [, bytes]) => sum + bytes, 0);
  let before = 0;
  const starts = new Map<string, number>();
  for (const [name, bytes] of files) {
    starts.set(name, before / all);
    before += bytes;
  }
  return starts;
}

async function simulateAndImport(work: SimulateWork, data: Data, setting: RegisterSetting, tell: Tell) {
  const { municipality, beside = [], from, to, seed, scale } = work;
  const parent = join(setting.folders.var, "simulated");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "register-"));
  try {
    const span = { from: firstDay(parseMonth(from)), to: firstDayAfter(parseMonth(to)) };
    const out = join(folder, "files");
    tell(0, { da: "simulerer", en: "simulating" });
    simulateRegister({ municipalities: [municipality, ...beside], span, seed, scale, out }, data);
    tell(0.5, { da: "indlæser", en: "importing" });
    const imported = await importRegister({ folder: out, municipality, accept: true }, setting);
    return reportOf(imported, imported.outcome, municipality);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reportOf(checked: CheckedRegister, outcome: RegisterReport["outcome"], municipality: string): RegisterReport {
  const { delivery, name, id, findings } = checked;
  const owners = ownersOf(delivery);
  return {
    ...{ outcome, name, id, simulated: delivery.simulated, extracted: formatDay(delivery.extracted) },
    municipalities: owners.length > 0 ? owners : [municipality],
    tables: delivery.reports.map(({ table, file, rowsIn, rejected, duplicates, joined, loaded, written }) => ({
      ...{ table, file, rowsIn, rejected, duplicates, joined, loaded, written },
    })),
    faultCount: delivery.faultCount + delivery.unreadable.length,
    faults: groupFaults([...delivery.unreadable, ...delivery.faults]),
    ...{ findings, notes: delivery.notes, assumptions: delivery.assumptions },
  };
}
