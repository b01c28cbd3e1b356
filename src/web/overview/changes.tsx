import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { readChanges } from "#api/changes.ts";
import type { Answered } from "#api/endpoint.ts";
import type { Overview } from "../answers.ts";
import { call } from "../client.ts";
import { VerdictMark } from "../parts/verdict.tsx";
import { written } from "../parts/written.ts";
import { useLanguage, useSay, useWords, wordsOfDay, wordsOfPeriod } from "../text/language.tsx";

type Change = Answered<typeof readChanges>["changes"][number];

function changesQuery(plan: string, asOf: string, register: string | undefined) {
  return queryOptions({
    queryKey: ["changes", plan, asOf, register ?? ""],
    queryFn: () =>
      call<typeof readChanges>("GET", "/api/plans/:plan/changes", { params: { plan }, query: { asOf, register } }),
  });
}

/** What changed since the data before, or the report before: verdicts by name, moved figures behind a fold. */
export function Changes({ overview: { plan, basis } }: { readonly overview: Overview }) {
  const words = useWords().overview.changes;
  const language = useLanguage();
  const found = useQuery(changesQuery(plan.id, basis.asOf, basis.register?.id)).data;
  if (found?.since === undefined) return null;
  const { since, changes } = found;
  const turned = changes.filter(({ verdict }) => verdict !== undefined);
  const moved = changes.filter(({ latest }) => latest !== undefined);
  const revised = moved.filter(({ latest }) => latest?.kind === "revised").length;
  return (
    <section className="changes">
      <h2>
        {since.register === undefined
          ? words.sinceDay(wordsOfDay(since.day, language))
          : words.sinceData(since.register.name, wordsOfDay(since.day, language))}
      </h2>
      {turned.length === 0 ? (
        <p>{words.noneTurned}</p>
      ) : (
        <ul className="notes">
          {turned.map((change) => (
            <Turned key={change.goal} plan={plan.id} change={change} />
          ))}
        </ul>
      )}
      {moved.length > 0 && (
        <details>
          <summary>{words.moved(moved.length - revised, revised)}</summary>
          <ul className="notes">
            {moved.map((change) => (
              <Moved key={change.goal} plan={plan.id} change={change} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Turned({ plan, change: { goal, title, verdict } }: { readonly plan: string; readonly change: Change }) {
  const say = useSay();
  const words = useWords().overview.changes;
  if (verdict === undefined) return null;
  return (
    <li>
      <Link to="/plans/$plan/goals/$goal" params={{ plan, goal }}>
        {say(title)}
      </Link>
      : <VerdictMark verdict={verdict.before} /> <span aria-hidden>→</span>
      <span className="visually-hidden">{words.became}</span> <VerdictMark verdict={verdict.after} />
    </li>
  );
}

function Moved({ plan, change: { goal, title, latest } }: { readonly plan: string; readonly change: Change }) {
  const say = useSay();
  const language = useLanguage();
  const words = useWords().overview.changes;
  if (latest === undefined) return null;
  const figure = (shown: typeof latest.after) =>
    shown.period === undefined
      ? written(shown, language)
      : `${written(shown, language)} (${wordsOfPeriod(shown.period, language)})`;
  return (
    <li>
      <Link to="/plans/$plan/goals/$goal" params={{ plan, goal }}>
        {say(title)}
      </Link>
      : {figure(latest.before)} <span aria-hidden>→</span>
      <span className="visually-hidden">{words.became}</span> {figure(latest.after)}
      {latest.kind === "revised" && <span className="quiet"> {words.revised}</span>}
    </li>
  );
}
