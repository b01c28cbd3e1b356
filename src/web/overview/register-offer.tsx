import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Overview } from "../answers.ts";
import { plansQuery } from "../frame/queries.ts";
import { registerOf } from "../frame/registers.ts";
import { useWords } from "../text/language.tsx";

/** How often, in milliseconds, it is looked whether a register has come: the demo makes its own while one reads. */
const LOOK = 30_000;

/** On published figures alone: that there is a register the plan can be followed on, and the way there. */
export function RegisterOffer({ overview: { plan, basis } }: { readonly overview: Overview }) {
  const { overview: words } = useWords();
  const isAlone = basis.register === undefined;
  const { data } = useQuery({ ...plansQuery, enabled: isAlone, refetchInterval: LOOK });
  const register = isAlone && data !== undefined ? registerOf(data.registers, plan.municipalities) : undefined;
  const name = data?.registers.find(({ id }) => id === register)?.name;
  if (name === undefined) return undefined;
  return (
    <p role="status">
      {words.registerThere(name)}{" "}
      <Link to="." search={(old) => ({ ...old, register })}>
        {words.followOnIt}
      </Link>
    </p>
  );
}
