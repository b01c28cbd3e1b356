import { type Delivery, type DeliveryOptions, readDelivery } from "#connectors/register-files/read-delivery.ts";
import { addMonths, formatDay, parseDay } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import { canonicalDictionaries } from "#core/register/canonical.ts";
import { hideCpr } from "#core/register/cpr.ts";
import { formatSpan } from "#core/register/data-package.ts";
import { type Finding, guardImport } from "#core/register/guard/guard.ts";
import { municipalitiesOf } from "#core/register/municipalities.ts";
import { appendAudit } from "#store/audit.ts";
import { rejectedFile } from "#store/rejected-rows.ts";
import { liveSnapshots, type Stored } from "#store/snapshots/folder.ts";
import { openSnapshot } from "#store/snapshots/open.ts";
import { type Content, snapshotId } from "#store/snapshots/write.ts";
import { programVersion, type RegisterSetting, readGuardParameters, registerStore } from "./register-setting.ts";

/** How a delivery is to be read, and what it is called. */
export type RegisterRequest = Omit<DeliveryOptions, "vocabulary" | "key" | "allocate" | "onRejected"> & {
  readonly folder: string;
  readonly name?: string;
  /** Whose register it must be, by code; anyone's when left out. */
  readonly municipality?: string;
};

/** A delivery read and compared with the snapshot before it. */
export type CheckedRegister = {
  readonly delivery: Delivery;
  readonly name: string;
  /** What would be written. */
  readonly content: Content;
  readonly id: string;
  /** What a human must look at before it is let in; nothing is compared when rows have faults. */
  readonly findings: readonly Finding[];
  /** Where the rejected rows are written. */
  readonly rejected?: string;
};

/**
 * Reads a folder of register files and says everything that is wrong with it. Nothing is kept but the rejected rows.
 *
 * @throws BrokenInput when the folder cannot be read as a register at all
 */
export async function checkRegister(request: RegisterRequest, setting: RegisterSetting): Promise<CheckedRegister> {
  const checked = await readAndGuard(request, setting);
  const { name, id, delivery } = checked;
  await appendAudit(setting.folders.var, {
    at: setting.now,
    by: setting.by,
    action: "check-register",
    about: { name, id, faults: delivery.faultCount, findings: checked.findings.map(({ rule }) => rule) },
  });
  return checked;
}

/** Years that a snapshot is kept, unless withdrawn before. */
const YEARS_KEPT = 5;

/** As `checkRegister`, without leaving an audit line. */
export async function readAndGuard(request: RegisterRequest, setting: RegisterSetting): Promise<CheckedRegister> {
  const { folder, name: asked, municipality, ...options } = request;
  const all = liveSnapshots(registerStore(setting));
  const rejected = rejectedFile(`${setting.folders.var}/rejected`, setting.now.replaceAll(":", ""));
  const { vocabulary, key } = setting;
  const delivery = await readDelivery(folder, { ...options, vocabulary, key, onRejected: rejected.add });
  const rejectedPath = rejected.close();
  if (municipality !== undefined) checkOwner(delivery, municipality);
  // A simulated register says nothing of what a real one is called, nor the other way round.
  const live = all.filter(({ manifest }) => manifest.simulated === delivery.simulated);
  const name = nameOf(delivery, asked, live);
  const before = live.findLast(({ manifest }) => manifest.name === name);
  const content = contentOf(delivery, name, before, setting);
  const id = snapshotId(content);
  const isNew = before !== undefined && before.manifest.id !== id;
  const findings = [
    ...newName(name, before, live),
    ...otherKind(name, all, delivery),
    ...(delivery.unreadable.length === 0 ? await guard(delivery, isNew ? before : undefined, name, setting) : []),
  ];
  return { delivery, name, content, id, findings, ...(rejectedPath !== undefined && { rejected: rejectedPath }) };
}

/** The municipalities that a delivery is of; none when it does not say. */
export function ownersOf({ tables, words }: Delivery): string[] {
  return municipalitiesOf({ tables, dictionaries: canonicalDictionaries(words) });
}

function checkOwner(delivery: Delivery, municipality: string) {
  const found = ownersOf(delivery);
  if (found.length > 0 && !found.includes(municipality))
    throw broken("register-of-another", { municipality, found: found.join(", ") });
}

/** The name a delivery goes under: the one asked for, its own, the only one there is, or its folder's. */
function nameOf(delivery: Delivery, asked: string | undefined, live: readonly Stored[]): string {
  const known = [...new Set(live.map(({ manifest }) => manifest.name))];
  const name = asked ?? delivery.name;
  if (name === undefined && known.length > 1) throw broken("no-register-name", { known: known.join(", ") });
  return hideCpr(name ?? known[0] ?? delivery.folder);
}

/** A name that no snapshot has, beside others that have theirs, may be a mistake. */
function newName(name: string, before: Stored | undefined, live: readonly Stored[]): Finding[] {
  if (before !== undefined || live.length === 0) return [];
  const known = [...new Set(live.map(({ manifest }) => manifest.name))].join(", ");
  const da = `Der er intet register ved navn «${name}»; der er ${known}.`;
  return [{ rule: "new-name", says: { da, en: `There is no register named «${name}»; there is ${known}.` } }];
}

/** A simulated register may not stand in for a real one, nor the other way round. */
function otherKind(name: string, all: readonly Stored[], { simulated }: Delivery): Finding[] {
  if (!all.some(({ manifest }) => manifest.name === name && manifest.simulated !== simulated)) return [];
  const says = simulated
    ? {
        da: `«${name}» er et rigtigt register; leveringen er simuleret.`,
        en: `«${name}» is a real register; the delivery is simulated.`,
      }
    : {
        da: `«${name}» er et simuleret register; leveringen er det ikke.`,
        en: `«${name}» is a simulated register; the delivery is not.`,
      };
  return [{ rule: "other-kind", says }];
}

async function guard(
  delivery: Delivery,
  before: Stored | undefined,
  name: string,
  { folders }: RegisterSetting,
): Promise<Finding[]> {
  const { extracted, covers, simulated, tables, words } = delivery;
  const register = { id: "", name, extracted, covers, simulated, tables, dictionaries: canonicalDictionaries(words) };
  const was = before && { register: await openSnapshot(before), key: before.manifest.key };
  return guardImport(was, { register, key: delivery.keyId }, delivery.reports, readGuardParameters(folders));
}

function contentOf(delivery: Delivery, name: string, before: Stored | undefined, setting: RegisterSetting): Content {
  const { folder, reports, others, mapping, keyId, extracted, covers, simulated, assumptions, notes } = delivery;
  const spans = Object.entries(covers).map(([table, span]) => [table, formatSpan(span)]);
  const about: Content["about"] = {
    name,
    extracted: formatDay(extracted),
    covers: Object.fromEntries(spans),
    simulated,
    ...(keyId !== undefined && { key: keyId }),
    source: {
      folder: hideCpr(folder),
      ...(mapping !== undefined && { mapping: hideCpr(mapping) }),
      files: reports.map((report) => ({ ...report, file: hideCpr(report.file), unread: [...report.unread] })),
      others: [...others],
    },
    assumptions: assumptions.map(({ da, en }) => ({ da, en })),
    notes: notes.map(({ da, en }) => ({ da, en })),
    accepted: [],
    ...(before && { previous: before.manifest.id }),
    imported: setting.now,
    keepUntil: formatDay(addMonths(parseDay(setting.now.slice(0, 10)), 12 * YEARS_KEPT)),
    program: programVersion(),
  };
  return { tables: delivery.tables, words: delivery.words, about };
}
