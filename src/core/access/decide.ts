import type { Day } from "../calendar/day.ts";
import type { Text } from "../text/text.ts";
import type { Role } from "./role.ts";
import { type Act, type Reach, table } from "./table.ts";

/**
 * A role given to a person: in one municipality or all, for a while or for good. One that names a unit gives acts that
 * reach no further than a unit in that unit only; one that names none gives them in every unit.
 */
export type Grant = {
  readonly role: Role;
  readonly municipality: string;
  readonly unit?: string;
  readonly from?: Day;
  readonly to?: Day;
};

/** The municipality of a grant that holds in every one of them. */
export const ALL = "all";

/** Who acts: an account and the roles it has been given. */
export type Actor = { readonly id: string; readonly name: string; readonly grants: readonly Grant[] };

/**
 * What is acted on: whatever the person's grants reach, as a list of plans does; the installation itself; or something
 * that one or several municipalities hold together, perhaps a unit, perhaps one worker. What has no unit is everyone's
 * in the municipality.
 */
export type Subject = "in-reach" | "installation" | Held;
export type Held = { readonly municipalities: readonly string[]; readonly unit?: string; readonly worker?: string };

/** May, by which role; or may not, and why: the answer to the person says the same. */
export type Decision =
  | { readonly may: true; readonly role: Role }
  | { readonly may: false; readonly why: keyof typeof refusals };

/** Why a person may not, from the farthest from a yes to the nearest. */
export const refusals = {
  "no-role": { da: "din rolle giver ikke adgang", en: "your role does not give access" },
  "other-municipality": { da: "det hører til en anden kommune", en: "it belongs to another municipality" },
  "other-unit": { da: "det hører til en anden enhed", en: "it belongs to another unit" },
  "not-own": { da: "det er ikke dit eget", en: "it is not your own" },
} as const satisfies Readonly<Record<string, Text>>;

/**
 * Whether a person may do an act to a subject on a day: as soon as one of their grants reaches it.
 *
 * @example decide({ id: "a", name: "A", grants: [{ role: "reader", municipality: "851" }] }, "read-plan", { municipalities: ["851"] }, day) // { may: true, role: "reader" }
 */
export function decide(actor: Actor, act: Act, subject: Subject, today: Day): Decision {
  const answers = grantsOn(actor, today).map((grant) => answer(actor, grant, table[act][grant.role], subject));
  return answers.toSorted((a, b) => nearness(b) - nearness(a))[0] ?? refused("no-role");
}

function answer(actor: Actor, grant: Grant, reach: Reach, subject: Subject): Decision {
  const { role, municipality, unit } = grant;
  if (reach === "nowhere") return refused("no-role");
  if (subject === "in-reach") return reach === "own" ? refused("not-own") : { may: true, role };
  if (subject === "installation")
    return reach === "installation" && municipality === ALL ? { may: true, role } : refused("no-role");
  if (municipality !== ALL && !subject.municipalities.includes(municipality)) return refused("other-municipality");
  if (reach === "unit" && unit !== undefined && subject.unit !== undefined && subject.unit !== unit)
    return refused("other-unit");
  if (reach === "own" && subject.worker !== actor.id) return refused("not-own");
  return { may: true, role };
}

/**
 * Which rows of the store may be seen, each entry `municipality:unit`: `851:*` is every row of 851, `851:north` those of
 * the unit, `851:` those of no unit, and `*` all there are.
 */
export type Scope = readonly string[];

/** Everything: for what the program does of itself. */
export const EVERYTHING: Scope = ["*"];

/** The rows an act may see for a person: those that the grants which allow it reach, and no mixture of them. */
export function scopeOf(actor: Actor, act: Act, subject: Subject, today: Day): Scope {
  const allowing = grantsOn(actor, today).filter((one) => answer(actor, one, table[act][one.role], subject).may);
  const scope = allowing.flatMap(({ role, municipality, unit }) => {
    if (municipality === ALL) return EVERYTHING;
    const isNarrow = unit !== undefined && ["unit", "own"].includes(table[act][role]);
    return isNarrow ? [`${municipality}:`, `${municipality}:${unit}`] : [`${municipality}:*`];
  });
  return [...new Set(scope)];
}

/**
 * How far a scope goes into some municipalities: those it reaches whole; where it reaches none whole, the units it is
 * narrowed to in them.
 *
 * @example reachIn(["851:", "851:north"], ["851"]) // { municipalities: ["851"], units: ["north"] }
 */
export function reachIn(
  scope: Scope,
  municipalities: readonly string[],
): { readonly municipalities: readonly string[]; readonly units?: readonly string[] } {
  const whole = municipalities.filter((one) => scope.includes("*") || scope.includes(`${one}:*`));
  if (whole.length > 0) return { municipalities: whole };
  const parts = scope.map((entry) => entry.split(":", 2));
  const units = parts.flatMap(([of, unit]) =>
    unit !== undefined && unit !== "" && municipalities.includes(of) ? [unit] : [],
  );
  return { municipalities, units: [...new Set(units)] };
}

function grantsOn({ grants }: Actor, today: Day): Grant[] {
  return grants.filter(({ from, to }) => (from === undefined || from <= today) && (to === undefined || today <= to));
}

function refused(why: keyof typeof refusals): Decision {
  return { may: false, why };
}

function nearness(decision: Decision): number {
  return decision.may ? Number.POSITIVE_INFINITY : Object.keys(refusals).indexOf(decision.why);
}
