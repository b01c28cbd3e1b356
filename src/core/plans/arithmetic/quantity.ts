import type { Interval } from "../../figures/interval.ts";
import { intervalOf } from "../../figures/interval.ts";
import type { Printed } from "../../figures/printed.ts";
import type { Unit } from "../../figures/unit.ts";
import type { Source } from "../format/print.ts";

/** A figure in a calculation: its value, the interval it stands for, and the text it came from. */
export type Quantity = {
  readonly value: number;
  readonly interval: Interval;
  readonly unit: Unit;
  readonly printed: string;
  readonly source?: Source;
};

/** A printed figure as a quantity. A fall stands as a negative figure, whatever sign it was printed with. */
export function quantityOf(
  printed: Printed,
  options: { readonly change?: "rise" | "fall"; readonly rounded?: boolean; readonly source?: Source } = {},
): Quantity {
  const interval = intervalOf(printed, { rounded: options.rounded ?? false });
  const middle = printed.upper === undefined ? printed.value : (printed.value + printed.upper) / 2;
  const plain = { value: middle, interval, unit: printed.unit, printed: printed.printed, source: options.source };
  return options.change === "fall" && middle > 0 ? negative(plain) : plain;
}

function negative(quantity: Quantity): Quantity {
  const { low, high } = quantity.interval;
  return { ...quantity, value: -quantity.value, interval: { low: -high, high: -low } };
}
