import { z } from "zod";
import { type Fault, faultMend, faultMessage } from "#core/faults/fault.ts";
import { faultTable } from "#core/faults/table.ts";
import { text } from "./scalars.ts";

/** One thing that is wrong: where it stands, what it is, and what to do. */
export const problemFault = z.object({
  code: z.string(),
  file: z.string().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
  path: z.string().optional(),
  says: text,
  mend: text,
});

/** Every error the server answers with (RFC 9457): the first fault in short, and all of them in both languages. */
export const problemSchema = z.object({
  type: z.string(),
  status: z.number(),
  title: z.string(),
  detail: z.string(),
  code: z.string(),
  faults: z.array(problemFault),
});
export type Problem = z.output<typeof problemSchema>;

/** The problem that faults make; the titles are Danish, the faults hold both languages. */
export function problemOf(faults: readonly Fault[]): Problem {
  const [first] = faults;
  return {
    type: `/docs/errors#${first.code}`,
    status: faultTable[first.code].status,
    title: faultMessage(first).da,
    detail: faultMend(first).da,
    code: first.code,
    faults: faults.map(faultJson),
  };
}

/** A fault with its words in both languages. */
export function faultJson(one: Fault): Problem["faults"][number] {
  return { code: one.code, ...one.place, says: faultMessage(one), mend: faultMend(one) };
}
