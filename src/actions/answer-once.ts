import { BrokenInput } from "#core/faults/fault.ts";
import type { Text } from "#core/text/text.ts";
import type { Tells } from "./run-process.ts";

/** Tells how much is done, 0 to 1, and what is being done. */
export type Tell = (progress: number, step: Text) => void;

/**
 * What a process of its own does: it is told one piece of work, tells how far it is, answers, and ends. The one that
 * started it may kill it at any moment.
 */
export function answerOnce<Told, Answer>(does: (told: Told, tell: Tell) => Answer | Promise<Answer>): void {
  process.once("message", async (told: Told) => {
    const tells = (one: Tells<Answer>) => process.send?.(one);
    try {
      tells({ answer: await does(told, (progress, step) => tells({ progress, step })) });
    } catch (error) {
      if (error instanceof BrokenInput) tells({ faults: error.faults });
      else tells({ failed: error instanceof Error ? error.message : String(error) });
    }
    process.disconnect();
  });
}
