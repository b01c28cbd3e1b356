import { useQuery } from "@tanstack/react-query";
import { useReach } from "../frame/use-reach.ts";
import { Problem } from "../parts/problem.tsx";
import { Segments } from "../parts/segments.tsx";
import { PageShape } from "../parts/shape.tsx";
import { JobList } from "./job-list.tsx";
import { goesOn, jobsQuery } from "./queries.ts";
import { Sending } from "./sending.tsx";
import type { Change, DataPageView } from "./view.ts";
import { useDataWords } from "./words.ts";

/** Sending a register in, and what has become of those that were sent. */
export function Imports({ view, change }: { readonly view: DataPageView; readonly change: Change }) {
  const words = useDataWords().imports;
  const reaches = useReach();
  const isEveryone = view.jobs === "everyone";
  const list = useQuery(jobsQuery(isEveryone));
  if (list.isPending) return <PageShape rows={8} />;
  if (list.isError) return <Problem error={list.error} retry={() => list.refetch()} />;
  // A forecast is no import: it is told of where it is asked for.
  const jobs = list.data.jobs.filter(({ kind }) => kind !== "look-ahead");
  return (
    <>
      <p className="lead">
        {words.lead} {words.says(jobs.filter(goesOn).length)}
      </p>
      {reaches("import-register") ? (
        <section className="stack">
          <h2>{words.send}</h2>
          <Sending municipality={view.municipality} onMunicipality={(municipality) => change({ municipality })} />
        </section>
      ) : (
        <p>{words.mayNot}</p>
      )}
      <section className="stack">
        <div className="data-head">
          <h2>{words.list}</h2>
          {reaches("read-job") && (
            <Segments
              label={words.whose}
              options={(["mine", "everyone"] as const).map((value) => ({ value, label: words[value] }))}
              chosen={isEveryone ? "everyone" : "mine"}
              onChoose={(whose) => change({ jobs: whose === "everyone" ? whose : undefined })}
            />
          )}
        </div>
        <JobList jobs={jobs} />
      </section>
    </>
  );
}
