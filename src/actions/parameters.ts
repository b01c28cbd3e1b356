import { parametersOn, type SetParameter, setParameter } from "#store/parameters.ts";
import { action } from "./action.ts";

/** The limits and thresholds of a municipality as they are today, by name; those it never set are not among them. */
export const readParameters = action<{ municipality: string }, Map<string, unknown>>({
  act: "read-parameters",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: ({ rows, today }, { municipality }) => parametersOn(rows, municipality, today),
  tells: ({ municipality }, found) => ({ subject: `parameters ${municipality}`, count: found.size }),
});

/** Sets a limit or threshold from a day on. */
export const writeParameter = action<Pick<SetParameter, "municipality" | "name" | "from" | "value">, void>({
  act: "write-parameters",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: ({ rows, actor, at }, setting) => setParameter(rows, { ...setting, by: actor.id, at }),
  tells: ({ municipality, name, value }) => ({
    subject: `parameter ${municipality} ${name} ${JSON.stringify(value)}`,
  }),
});
