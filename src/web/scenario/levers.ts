import type { Answered, Sent } from "#api/endpoint.ts";
import type { listScenarios, runScenario } from "#api/scenario.ts";

/** A lever as it is sent and kept: every value as text. */
export type Lever = Sent<typeof runScenario>["body"]["levers"][number];
export type KeptScenario = Answered<typeof listScenarios>["scenarios"][number];

/** Which values of each kind of lever stand in an address, in order. */
const written = {
  inflow: ["benefit", "by", "from", "until"],
  exits: ["benefit", "destination", "by", "from", "until"],
  places: ["offer", "benefit", "places", "effect.by", "effect.low", "effect.high", "assumption"],
  closing: ["benefit", "persons", "on"],
  rule: ["benefit", "to", "share", "on", "closes"],
} as const satisfies Readonly<Record<Lever["lever"], readonly string[]>>;

const kinds: readonly Lever["lever"][] = ["inflow", "exits", "places", "closing", "rule"];

/**
 * Levers as a word of an address: a lever's values with `~` between, levers with `;`.
 *
 * @example leversInAddress([{ lever: "inflow", benefit: "dagpenge", by: "+10 %" }]) // "inflow~dagpenge~10"
 */
export function leversInAddress(levers: readonly Lever[]): string {
  return levers
    .map((lever) => [lever.lever, ...trimmed(written[lever.lever].map((key) => valueAt(lever, key)))].join("~"))
    .join(";");
}

/** Reads levers from an address; what is none is left out. */
export function leversFromAddress(word: string | undefined): Lever[] {
  return (word ?? "").split(";").flatMap((one) => {
    const [first, ...values] = one.split("~");
    const kind = kinds.find((known) => known === first);
    return kind === undefined || !values[0] ? [] : [leverOf(kind, values)];
  });
}

function valueAt({ effect, ...lever }: Lever, key: string): string {
  if (key === "assumption") return plain(effect?.assumption.da);
  const value = key.startsWith("effect.") ? Reflect.get(effect ?? {}, key.slice(7)) : Reflect.get(lever, key);
  return isChange(key) ? percentOf(plain(value)) : plain(value);
}

function plain(value: unknown): string {
  return typeof value === "string" ? value.replaceAll(/[~;]/g, " ") : "";
}

function isChange(key: string): boolean {
  return key === "by" || key === "share" || key.startsWith("effect.");
}

/** `+10 %` as `10`. */
function percentOf(change: string): string {
  return change.replace(/[+ %]/g, "").replace("−", "-");
}

function leverOf(kind: Lever["lever"], values: readonly string[]): Lever {
  const keys: readonly string[] = written[kind];
  const at = (key: string) => {
    const value = values[keys.indexOf(key)];
    return value === undefined || value === "" ? undefined : value;
  };
  const plainKeys = keys.filter((key) => !isChange(key) && key !== "assumption");
  const texts = Object.fromEntries(plainKeys.flatMap((key) => (at(key) === undefined ? [] : [[key, at(key)]])));
  const by = at("by");
  const share = at("share");
  return {
    ...{ lever: kind, benefit: at("benefit") ?? "", ...texts },
    ...(by !== undefined && { by: writtenChange(Number(by)) }),
    ...(share !== undefined && { share: `${share} %` }),
    ...(kind === "places" && { effect: effectOf(at) }),
  };
}

function effectOf(at: (key: string) => string | undefined): NonNullable<Lever["effect"]> {
  const words = at("assumption") ?? "–";
  const change = (key: string) => writtenChange(Number(at(key) ?? 0));
  return {
    ...{ by: change("effect.by"), low: change("effect.low"), high: change("effect.high") },
    assumption: { da: words, en: words },
  };
}

/**
 * A change in per cent as a scenario's file writes it.
 *
 * @example writtenChange(-5) // "-5 %"
 */
export function writtenChange(percent: number): string {
  return `${percent < 0 ? "-" : "+"}${Math.abs(percent)} %`;
}

function trimmed(values: readonly string[]): readonly string[] {
  return values.slice(0, values.findLastIndex((value) => value !== "") + 1);
}

/** Which lever a slider turns: inflow to a benefit, or exits from it. */
export type Turn = { readonly lever: "inflow" | "exits"; readonly benefit: string };

/** How far a slider is turned, in per cent. */
export function turnedBy(levers: readonly Lever[], turn: Turn): number {
  const found = levers.find((one) => isOf(one, turn));
  return Number(percentOf(found?.by ?? "0"));
}

/** The levers with a slider turned; at 0 it is no lever. */
export function turned(levers: readonly Lever[], turn: Turn, percent: number): Lever[] {
  const others = levers.filter((one) => !isOf(one, turn));
  return percent === 0 ? others : [...others, { ...turn, by: writtenChange(percent) }];
}

function isOf({ lever, benefit, destination, from, until }: Lever, turn: Turn): boolean {
  return (
    lever === turn.lever && benefit === turn.benefit && [destination, from, until].every((one) => one === undefined)
  );
}

/** The levers that no slider shows. */
export function otherLevers(levers: readonly Lever[]): Lever[] {
  return levers.filter(
    (one) =>
      !((one.lever === "inflow" || one.lever === "exits") && isOf(one, { lever: one.lever, benefit: one.benefit })),
  );
}
