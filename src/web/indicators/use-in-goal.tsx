import { Link } from "@tanstack/react-router";
import { useMay } from "../frame/use-may.ts";
import { useIndicatorWords } from "./words.ts";

/** «Brug i et mål»: carries what is looked at into the form of a new goal; the municipality is the plan's own. */
export function UseInGoal({
  plan,
  indicator,
  where = [],
  set,
  by,
}: {
  readonly plan: string;
  readonly indicator: string;
  readonly where?: readonly string[];
  readonly set?: readonly string[] | undefined;
  readonly by?: readonly string[] | undefined;
}) {
  const words = useIndicatorWords().exploring;
  const mayDraft = useMay("draft-plan");
  if (!mayDraft) return null;
  const isPlanned = (pair: string) => !pair.startsWith("municipality");
  return (
    <Link
      className="use-in-goal no-print"
      to="/plans/$plan/document"
      params={{ plan }}
      search={(old) => ({
        ...{ asOf: old.asOf, register: old.register },
        ...{ measure: indicator, where: where.filter(isPlanned), set, by: by?.filter(isPlanned) },
      })}
    >
      {words.useInGoal}
    </Link>
  );
}
