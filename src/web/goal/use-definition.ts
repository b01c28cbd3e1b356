import { useQuery } from "@tanstack/react-query";
import type { GoalPart } from "../answers.ts";
import { useSay } from "../text/language.tsx";
import { indicatorQuery } from "./query.ts";

/** What the figure of a part means, in words; undefined until it is here, and where no indicator measures it. */
export function useDefinition({ indicator }: GoalPart): string | undefined {
  const say = useSay();
  const found = useQuery({ ...indicatorQuery(indicator ?? ""), enabled: indicator !== undefined }).data;
  return found && `${say(found.name)}: ${say(found.definition)}`;
}
