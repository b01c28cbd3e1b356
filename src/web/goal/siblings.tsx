import { Link, useSearch } from "@tanstack/react-router";
import type { exportGoal } from "#api/exports.ts";
import { addressOf } from "../client.ts";
import { readBasis } from "../frame/address.ts";
import { useOverview } from "../frame/use-basis.ts";
import { useMay } from "../frame/use-may.ts";
import { ExportMenu } from "../parts/export-menu.tsx";
import { NextIcon, PreviousIcon } from "../parts/icons.ts";
import { useLanguage, useSay, useWords } from "../text/language.tsx";

/** The way to the goals before and after, in the plan's order. */
export function Siblings({ plan, goal }: { readonly plan: string; readonly goal: string }) {
  const words = useWords();
  const say = useSay();
  const goals = useOverview()?.goals ?? [];
  const at = goals.findIndex(({ id }) => id === goal);
  if (at < 0) return null;
  const [before, after] = [goals[at - 1], goals[at + 1]];
  return (
    <nav className="siblings no-print" aria-label={words.goal.position(at + 1, goals.length)}>
      <Link to="/plans/$plan/overview" params={{ plan }}>
        {words.places.overview}
      </Link>
      <span className="quiet">{words.goal.position(at + 1, goals.length)}</span>
      {before !== undefined && (
        <Link to="/plans/$plan/goals/$goal" params={{ plan, goal: before.id }} title={say(before.title)}>
          <PreviousIcon aria-hidden /> {words.goal.previous}
        </Link>
      )}
      {after !== undefined && (
        <Link to="/plans/$plan/goals/$goal" params={{ plan, goal: after.id }} title={say(after.title)}>
          {words.goal.next} <NextIcon aria-hidden />
        </Link>
      )}
      <GoalExport plan={plan} goal={goal} />
    </nav>
  );
}

function GoalExport({ plan, goal }: { readonly plan: string; readonly goal: string }) {
  const language = useLanguage();
  const mayExport = useMay("export-figures");
  const query = { ...readBasis(useSearch({ strict: false })), language };
  return (
    <ExportMenu
      addressOf={
        mayExport
          ? (format) =>
              addressOf<typeof exportGoal>("/api/plans/:plan/goals/:goal.:format", {
                params: { plan, goal, format },
                query,
              })
          : undefined
      }
    />
  );
}
