import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useRouterState } from "@tanstack/react-router";
import type { PlanEntry } from "../answers.ts";
import { Menu, MenuChoice } from "../parts/menu.tsx";
import { useSay, useWords } from "../text/language.tsx";
import { places } from "./places.ts";
import { plansQuery } from "./queries.ts";
import { registerOf } from "./registers.ts";

/** The plan that is read, and the way to another: to the same page of it, where it has one. */
export function PlanSwitch() {
  const { frame } = useWords();
  const say = useSay();
  const { plan: current } = useParams({ strict: false });
  const to = useSamePlace();
  const navigate = useNavigate();
  const { plans, registers } = useQuery(plansQuery).data ?? { plans: [], registers: [] };
  const shown = plans.find(({ id }) => id === current);
  const groups = [
    { label: frame.choosePlan, plans: plans.filter(({ isTemplate }) => !isTemplate) },
    { label: frame.templates, plans: plans.filter(({ isTemplate }) => isTemplate) },
  ].filter((one) => one.plans.length > 0);
  const labelOf = ({ title, organisation, version }: PlanEntry) => (
    <span className="menu-two-lines">
      {say(organisation)}
      <span className="quiet small">
        {say(title)}
        {version === undefined && ` (${frame.draft})`}
      </span>
    </span>
  );
  return (
    <Menu
      label={
        <span className="header-plan">
          {shown === undefined ? frame.choosePlan : `${say(shown.organisation)} · ${say(shown.title)}`}
        </span>
      }
    >
      {groups.map((group) => (
        <MenuChoice
          key={group.label}
          label={group.label}
          value={current ?? ""}
          options={group.plans.map((one) => ({ value: one.id, label: labelOf(one) }))}
          // Another plan has another default day, and another register.
          onChoose={(plan) => {
            const codes = plans.find(({ id }) => id === plan)?.municipalities ?? [];
            navigate({ to, params: { plan }, search: { asOf: undefined, register: registerOf(registers, codes) } });
          }}
        />
      ))}
    </Menu>
  );
}

/** The place one is in; a page below a place belongs to its own plan, so the place itself is gone to. */
function useSamePlace() {
  const routes = useRouterState({ select: ({ matches }) => matches.map(({ fullPath }): string => fullPath) });
  return places.find(({ to }) => routes.some((route) => route.startsWith(to)))?.to ?? places[0].to;
}
