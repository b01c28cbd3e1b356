import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { vocabularyQuery } from "../indicators/queries.ts";
import { codeInWords } from "../indicators/where-words.ts";
import { moveInTable } from "../parts/table-arrows.ts";
import { useLanguage, useSay, wordsOfMoment } from "../text/language.tsx";
import type { Job } from "./answers.ts";
import { type DataState, StateMark } from "./state-mark.tsx";
import { useDataWords } from "./words.ts";

/** The newest imports, a row each. */
export function JobList({ jobs }: { readonly jobs: readonly Job[] }) {
  const words = useDataWords().imports;
  if (jobs.length === 0)
    return (
      <div className="empty">
        <p className="small-title">{words.none}</p>
        <p>{words.noneMend}</p>
      </div>
    );
  return (
    <table className="plain-table stacking" onKeyDown={moveInTable}>
      <caption className="visually-hidden">{words.list}</caption>
      <thead>
        <tr>
          {(["what", "asked", "by", "state"] as const).map((name) => (
            <th key={name} scope="col">
              {words.headings[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <Row key={job.id} job={job} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ job }: { readonly job: Job }) {
  const words = useDataWords().imports;
  const language = useLanguage();
  const say = useSay();
  const { plan = "" } = useParams({ strict: false });
  const vocabulary = useQuery(vocabularyQuery).data;
  const { id, label, municipality, asked, who, result, name } = job;
  const called = result?.name ?? name;
  return (
    <tr>
      <td>
        <Link to="/plans/$plan/data/imports/$job" params={{ plan, job: id }}>
          {say(label)}
          {called !== undefined && ` «${called}»`}
        </Link>
        {municipality !== undefined && (
          <span className="quiet data-line">{codeInWords("municipality", municipality, vocabulary, say)}</span>
        )}
      </td>
      <td data-heading={words.headings.asked}>{wordsOfMoment(asked, language)}</td>
      <td data-heading={words.headings.by}>{who}</td>
      <td data-heading={words.headings.state}>
        <JobState job={job} />
      </td>
    </tr>
  );
}

/** How a job stands, and what came of it. */
export function JobState({ job: { state, result } }: { readonly job: Job }) {
  const words = useDataWords().imports;
  const outcome = result?.outcome;
  if (state !== "done" || outcome === undefined) return <StateMark state={state}>{words.states[state]}</StateMark>;
  const asks = outcome === "stopped" || outcome === "faulty" || (result?.faultCount ?? 0) > 0;
  const shown: DataState = asks ? "asks" : "done";
  return <StateMark state={shown}>{words.outcomes[outcome]}</StateMark>;
}
