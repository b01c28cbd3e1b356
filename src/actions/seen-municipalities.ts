import { createHash } from "node:crypto";
import { readFlowModel } from "#connectors/data-files/flow-model.ts";
import { readLaw } from "#connectors/data-files/law.ts";
import { broken } from "#core/faults/fault.ts";
import { isSmall } from "#core/figures/suppress.ts";
import type { FlowModel } from "#core/forecast/flow/model.ts";
import { type Seen, see } from "#core/forecast/flow/see.ts";
import type { Register } from "#core/register/columns.ts";
import { findNumber } from "#core/register/dictionary.ts";
import { ownersOfRegister } from "#core/register/municipalities.ts";
import type { AsOf } from "#core/register/reading/as-of.ts";
import { narrowTo } from "#core/register/reading/narrow.ts";
import { getArea } from "#core/vocabulary/area.ts";
import type { Data } from "./open-data.ts";

type NamedModel = { readonly model: FlowModel; readonly version: string };

/** Models are read once for each opening of the data folder, as the rest of it is. */
const models = new WeakMap<Data, NamedModel>();

/** The flow model, and its name with the hash of its states and parameters. */
export function flowModelOf(data: Data): NamedModel {
  const read = models.get(data) ?? namedModel(readFlowModel(data.folders.data));
  models.set(data, read);
  return read;
}

function namedModel(model: FlowModel): NamedModel {
  const hash = createHash("sha256").update(JSON.stringify(model)).digest("hex");
  return { model, version: `flow-${hash.slice(0, 12)}` };
}

/** What is seen of a municipality, and whether the register has others beside it. */
export type SeenOf = {
  readonly seen: Seen;
  readonly municipality: { readonly municipality?: string };
  readonly isOneOfSeveral: boolean;
};

/** What is seen of each municipality of a register: its own people only, where there are several. */
export function seenByMunicipality(data: Data, read: AsOf, model: FlowModel, wanted: string | undefined): SeenOf[] {
  const law = readLaw(data.folders.data, data.vocabulary);
  const owners = ownersOfRegister(read.register);
  const code = wanted === undefined ? undefined : getArea(data.vocabulary.areas, wanted).id;
  if (code !== undefined && !owners.includes(code))
    throw broken("register-of-others", { register: read.register.name, has: owners.join(", "), lacks: code });
  if (owners.length <= 1)
    return [{ seen: see(read, law, model), municipality: named(owners[0]), isOneOfSeveral: false }];
  return (code === undefined ? owners : [code]).map((municipality) => {
    const own: Register = narrowTo(read.register, [municipality]);
    const number = findNumber(own.dictionaries.municipality, municipality);
    const seen = see({ ...read, register: own }, law, model, number);
    return { seen, municipality: named(municipality), isOneOfSeveral: true };
  });
}

function named(municipality: string | undefined): { readonly municipality?: string } {
  return municipality === undefined ? {} : { municipality };
}

/** Why a register of several municipalities is not asked as one. */
export function chooseMunicipality(all: readonly SeenOf[]) {
  const codes = all.flatMap(({ municipality }) => municipality.municipality ?? []).join(", ");
  const why = { da: "registret er af flere kommuner", en: "the register is of several municipalities" };
  const hint = { da: `Vælg en med --municipality: ${codes}.`, en: `Choose one with --municipality: ${codes}.` };
  return broken("wrong-use", { why, hint });
}

/** As far ahead as half of what is known. @throws BrokenInput wrong-horizon, horizon-too-far */
export function checkHorizon(horizon: number, { observed: { months } }: Seen): void {
  if (!(Number.isInteger(horizon) && horizon > 0)) throw broken("wrong-horizon", { horizon });
  const furthest = Math.floor(months / 2);
  if (horizon > furthest) throw broken("horizon-too-far", { horizon, periods: months, furthest });
}

/** Fewer people than this on a benefit now, and nothing is said of it. */
const LIMIT = 5;

/** Whether so few people have a benefit now, or nobody has and so few are expected to, that nothing is said of it. */
export function isOfFew({ benefits }: Seen, benefit: string, coming: readonly number[] = []): boolean {
  const now = Math.round(benefits.find((one) => one.benefit === benefit)?.persons.at(-1) ?? 0);
  return isSmall(now, LIMIT) || (now === 0 && coming.length > 0 && Math.max(...coming) < LIMIT);
}
