import { action } from "./action.ts";
import { askRegister } from "./ask-register.ts";
import type { ExpectedEndQuestion, ToldEnds } from "./expected-end.ts";
import type { ExplainedMove, MoveQuestion } from "./explain-move.ts";
import type { Data } from "./open-data.ts";
import { registerSubject } from "./outlooks.ts";
import { limitsOn } from "./parameters.ts";
import { getSeenRegister } from "./seen-registers.ts";

/** A register, and what is asked of it; how few people are shown is the municipality's own limit. */
type Asked<Question> = {
  readonly data: Data;
  readonly register: string;
  readonly question: Omit<Question, "limit">;
};

/** Why a figure of a register moved. @throws BrokenInput unknown-snapshot, withdrawn-snapshot, and as `explainMove` */
export const askWhyMoved = action<Asked<MoveQuestion>, ExplainedMove>({
  act: "explore-register",
  on: registerSubject,
  does: async ({ rows, today }, { data, register, question }) => {
    const { id, municipalities } = await getSeenRegister(rows, data.folders, register);
    const { smallestGroup: limit } = await limitsOn(rows, municipalities, today);
    return askRegister(data.folders, "moved", { register: id, question: { ...question, limit } });
  },
  tells: ({ register, question: { stock, before, after } }) => ({
    subject: `move of ${stock.benefits.join("+")} in register ${register}`,
    query: `${before} ${after}`,
  }),
});

/**
 * When spells of each group of a register are expected to end. Every look is logged.
 *
 * @throws BrokenInput unknown-snapshot, withdrawn-snapshot, unknown-code
 */
export const askExpectedEnds = action<Asked<ExpectedEndQuestion>, ToldEnds>({
  act: "read-expected-end",
  on: registerSubject,
  does: async ({ rows, today }, { data, register, question }) => {
    const { id, municipalities } = await getSeenRegister(rows, data.folders, register);
    const { smallestGroup: limit } = await limitsOn(rows, municipalities, today);
    return askRegister(data.folders, "expectedEnd", { register: id, question: { ...question, limit } });
  },
  tells: ({ register, question: { benefits = [] } }, found) => ({
    subject: `expected ends of groups in register ${register}`,
    query: benefits.join("+"),
    count: "missing" in found ? 0 : found.groups.length,
  }),
});
