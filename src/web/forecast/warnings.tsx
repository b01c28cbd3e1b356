import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { addMonths, formatDay, parseDay } from "#core/calendar/day.ts";
import { fallenBelow } from "#core/forecast/goals/warning.ts";
import type { GoalRow, Overview } from "../answers.ts";
import { overviewQuery } from "../frame/queries.ts";
import { useOverview } from "../frame/use-basis.ts";
import { moveInTable } from "../parts/table-arrows.ts";
import { useSay } from "../text/language.tsx";
import { useForecastWords } from "./words.ts";

/** The goals of the plan by their chance, and which have fallen below the limit since the quarter before. */
export function Warnings({ plan, register }: { readonly plan: string; readonly register: string | undefined }) {
  const words = useForecastWords().warnings;
  const now = useOverview();
  const earlier = now && formatDay(addMonths(parseDay(now.basis.asOf), -3));
  const before = useQuery({
    ...overviewQuery(plan, { asOf: earlier, register }),
    enabled: earlier !== undefined,
  });
  if (now === undefined) return null;
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings">{words.heading}</h2>
      <Chances plan={plan} now={now} before={before.data} />
    </section>
  );
}

function Chances({
  plan,
  now,
  before,
}: {
  readonly plan: string;
  readonly now: Overview;
  readonly before: Overview | undefined;
}) {
  const words = useForecastWords().warnings;
  const say = useSay();
  const { offCourseChance: limit } = now.basis;
  const goals = now.goals.filter(({ chance }) => chance !== undefined).toSorted(byChance);
  if (goals.length === 0) return <p>{words.none}</p>;
  const fallen = fallenBelow(limit, chancesOf(before), chancesOf(now)).map(({ goal }) => goal);
  const earlier = new Map(before?.goals.map(({ id, chance }) => [id, chance?.shown]));
  return (
    <>
      {before !== undefined && <p>{words.fallen(fallen.length)}</p>}
      <table className="plain-table stacking" onKeyDown={moveInTable}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.goal}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.now}</th>
          </tr>
        </thead>
        <tbody>
          {goals.map(({ id, title, chance }) => {
            const then = earlier.get(id);
            return (
              <tr key={id}>
                <th scope="row">
                  <Link to="/plans/$plan/goals/$goal" params={{ plan, goal: id }}>
                    {say(title)}
                  </Link>
                </th>
                <td data-heading={words.before}>{then === undefined ? "–" : say(then)}</td>
                <td data-heading={words.now}>
                  {chance !== undefined && say(chance.shown)}
                  {fallen.includes(id) && ` ▼ ${words.slid}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="quiet small">{words.limit(`${Math.round(limit * 100)} %`)}</p>
    </>
  );
}

function byChance(a: GoalRow, b: GoalRow): number {
  return (a.chance?.value ?? 1) - (b.chance?.value ?? 1);
}

function chancesOf(overview: Overview | undefined): ReadonlyMap<string, number> {
  return new Map(overview?.goals.flatMap(({ id, chance }) => (chance === undefined ? [] : [[id, chance.value]])));
}
