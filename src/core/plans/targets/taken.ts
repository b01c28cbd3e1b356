import { z } from "zod";

/** How a figure of a period is taken: its mean, its end, its sum, its single value, or each month of it. */
export const taken = z.enum(["mean", "end", "sum", "value", "each"]);
export type Taken = z.output<typeof taken>;
