import { add, divide, type Interval, multiply, subtract } from "../../figures/interval.ts";
import type { Unit } from "../../figures/unit.ts";
import type { Term } from "../format/check.ts";
import type { Plan } from "../format/plan.ts";
import type { Quantity } from "./quantity.ts";
import { resolve } from "./refs.ts";

/** The references and figures a term is made of. */
export function leavesOf(term: Term): string[] {
  return typeof term === "string" ? [term] : operandsOf(term).flatMap(leavesOf);
}

/** Computes a term with the interval its printed figures allow; undefined when one of them is not printed. */
export function computeTerm(plan: Plan, term: Term): Quantity | undefined {
  if (typeof term === "string") {
    const resolved = resolve(plan, term);
    return "found" in resolved ? resolved.found : undefined;
  }
  const operands = operandsOf(term).map((one) => computeTerm(plan, one));
  if (!operands.every((one) => one !== undefined)) return undefined;
  return operations[operationOf(term)](operands);
}

type Operation = "sum" | "mean" | "difference" | "ratio" | "product" | "change" | "before";
type Composite = Exclude<Term, string>;

/** Each operation on quantities: of what is printed, and of every figure the print could stand for. */
export const operations: Readonly<Record<Operation, (operands: readonly Quantity[]) => Quantity>> = {
  sum: (terms) => ({
    ...terms[0],
    value: terms.reduce((total, { value }) => total + value, 0),
    interval: terms.map(({ interval }) => interval).reduce(add),
    printed: terms.map(({ printed }) => printed).join(" + "),
  }),
  mean: (terms) => {
    const { value, interval, ...total } = operations.sum(terms);
    const each = (sum: number) => sum / terms.length;
    return { ...total, value: each(value), interval: { low: each(interval.low), high: each(interval.high) } };
  },
  difference: ([a, b]) =>
    combine(a, b, a.value - b.value, subtract(a.interval, b.interval), differenceUnit(a.unit), "−"),
  ratio: ([a, b]) => combine(a, b, a.value / b.value, divide(a.interval, b.interval), ratioUnit(a.unit, b.unit), "÷"),
  product: ([a, b]) =>
    combine(a, b, a.value * b.value, multiply(a.interval, b.interval), a.unit === "share" ? b.unit : a.unit, "×"),
  change: ([from, to]) => ({ ...relativeChange(from, to), printed: `${from.printed} → ${to.printed}` }),
  before: ([now, change]) => {
    const factor = { low: 1 + change.interval.low, high: 1 + change.interval.high };
    const interval = divide(now.interval, factor);
    return combine(now, change, now.value / (1 + change.value), interval, now.unit, "÷ (1 + Δ), Δ =");
  },
};

function combine(a: Quantity, b: Quantity, value: number, interval: Interval, unit: Unit, sign: string): Quantity {
  return { value, interval, unit, printed: `${a.printed} ${sign} ${b.printed}`, source: a.source };
}

/** (to − from) ÷ from, with `from` used once so that the interval is no wider than it must be: to ÷ from − 1. */
function relativeChange(from: Quantity, to: Quantity): Quantity {
  const { low, high } = divide(to.interval, from.interval);
  return { ...to, value: to.value / from.value - 1, interval: { low: low - 1, high: high - 1 }, unit: "share" };
}

function differenceUnit(unit: Unit): Unit {
  return unit === "share" ? "share-points" : unit;
}

/** A share of something of its own kind, or a count divided by a share: the whole it is a share of. */
function ratioUnit(numerator: Unit, denominator: Unit): Unit {
  return denominator === "share" && numerator !== "share" ? numerator : "share";
}

function operationOf(term: Composite): Operation {
  if ("sum" in term) return "sum";
  if ("mean" in term) return "mean";
  if ("difference" in term) return "difference";
  if ("ratio" in term) return "ratio";
  if ("product" in term) return "product";
  return "change" in term ? "change" : "before";
}

function operandsOf(term: Composite): readonly Term[] {
  if ("sum" in term) return term.sum;
  if ("mean" in term) return term.mean;
  if ("difference" in term) return term.difference;
  if ("ratio" in term) return term.ratio;
  if ("product" in term) return term.product;
  return "change" in term ? term.change : term.before;
}
