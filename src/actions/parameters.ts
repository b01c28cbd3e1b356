import type { Day } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import { isParameter, type ParameterName, parameterTable } from "#core/plans/evaluation/parameter-table.ts";
import { defaultParameters, type Parameters } from "#core/plans/evaluation/parameters.ts";
import { namesOf } from "#store/accounts.ts";
import type { Rows } from "#store/connection.ts";
import { listParameters, parametersOn, type SetParameter, setParameter } from "#store/parameters.ts";
import { action } from "./action.ts";

/** The limits and thresholds of a municipality as they are today, by name; those it never set are not among them. */
export const readParameters = action<{ municipality: string }, Map<string, unknown>>({
  act: "read-parameters",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: ({ rows, today }, { municipality }) => parametersOn(rows, municipality, today),
  tells: ({ municipality }, found) => ({ subject: `parameters ${municipality}`, count: found.size }),
});

/** A limit or threshold as it is today, and each time it was set and by whom, by name; the newest first. */
export type ParameterLine = {
  readonly name: ParameterName;
  readonly value: number;
  readonly set: readonly { readonly from: Day; readonly value: number; readonly by: string; readonly at: string }[];
};

/** Every limit and threshold there is, with what a municipality has made of it. */
export const listAllParameters = action<{ municipality: string }, ParameterLine[]>({
  act: "read-parameters",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: async ({ rows, today }, { municipality }) => {
    const all = await listParameters(rows, municipality);
    const names = await namesOf(
      rows,
      all.map(({ by }) => by),
    );
    return Object.keys(parameterTable)
      .filter(isParameter)
      .map((name) => {
        const set = all
          .filter((one) => one.name === name)
          .map((one) => ({
            ...{ ...one, value: Number(one.value), by: names.get(one.by) ?? one.by },
          }));
        return { name, value: set.find(({ from }) => from <= today)?.value ?? defaultParameters[name], set };
      });
  },
  tells: ({ municipality }, { length }) => ({ subject: `parameters ${municipality}`, count: length }),
});

/** Sets a limit or threshold from a day on. @throws BrokenInput beyond-limits */
export const writeParameter = action<Pick<SetParameter, "municipality" | "name" | "from" | "value">, void>({
  act: "write-parameters",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: ({ rows, actor, at }, setting) => {
    checkWithin(setting);
    return setParameter(rows, { ...setting, by: actor.id, at });
  },
  tells: ({ municipality, name, value }) => ({
    subject: `parameter ${municipality} ${name} ${JSON.stringify(value)}`,
  }),
});

function checkWithin({ name, value }: Pick<SetParameter, "name" | "value">) {
  if (!isParameter(name)) return;
  const { low, high } = parameterTable[name];
  if (typeof value !== "number" || value < low || value > high)
    throw broken("beyond-limits", { value: String(value), low, high });
}

/** What the verdicts of a plan rest on a day: of each limit what the first of its municipalities to have set it says. */
export async function limitsOn(rows: Rows, municipalities: readonly string[], day: Day): Promise<Parameters> {
  const limits = { ...defaultParameters };
  for (const municipality of municipalities.toReversed())
    for (const [name, value] of await parametersOn(rows, municipality, day))
      if (isParameter(name) && typeof value === "number") Object.assign(limits, { [name]: value });
  return limits;
}
