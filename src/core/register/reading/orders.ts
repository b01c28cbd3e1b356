import { findRows, getColumn, type Reading } from "./reading.ts";

/** A column of the job order that each referral belongs to; 0 where the order is not in the register. */
export function ofOrder(reading: Reading, column: "occupation" | "municipality" | "p_number"): (row: number) => number {
  if (findRows(reading, "job_orders") === undefined) return () => 0;
  const values = getColumn(reading, "job_orders", column);
  const orders = getColumn(reading, "job_orders", "job_order_id");
  const rowOf = new Map(Array.from(orders, (order, row): [number, number] => [order, row]));
  const named = getColumn(reading, "referrals", "job_order_id");
  return (row) => values[rowOf.get(named[row]) ?? -1] ?? 0;
}
