import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import type { cancelJob } from "#api/jobs.ts";
import { call } from "../client.ts";
import { Button } from "../parts/button.tsx";
import { ProblemLine } from "../parts/field.tsx";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useLanguage, useSay, useWords, wordsOfMoment } from "../text/language.tsx";
import type { Job } from "./answers.ts";
import { JobFaults } from "./job-faults.tsx";
import { timeLeft } from "./job-words.ts";
import { Outcome } from "./outcome.tsx";
import { Progress } from "./progress.tsx";
import { goesOn, jobQuery } from "./queries.ts";
import { useDataWords } from "./words.ts";
import "./data.css";

const route = getRouteApi("/plans/$plan/data/imports/$job");

/** One import: how far it is, what is to be mended or decided, and what came of it. */
export function ImportPage() {
  const { job: id } = route.useParams();
  const queries = useQueryClient();
  const read = useQuery(jobQuery(id));
  const isOver = read.data !== undefined && !goesOn(read.data);
  useEffect(() => {
    // A register that came in is one more that plans can be followed on.
    if (isOver)
      for (const queryKey of [["jobs"], ["snapshots"], ["plans"]]) void queries.invalidateQueries({ queryKey });
  }, [isOver, queries]);
  if (read.isPending) return <PageShape rows={8} />;
  if (read.isError) return <Problem error={read.error} retry={() => read.refetch()} />;
  return <Shown job={read.data} />;
}

function Shown({ job }: { readonly job: Job }) {
  const { app } = useWords();
  const words = useDataWords().job;
  const language = useLanguage();
  const say = useSay();
  const { plan } = route.useParams();
  const called = job.result?.name ?? job.name;
  const title = called === undefined ? say(job.label) : `${say(job.label)} «${called}»`;
  return (
    <div className="page data">
      <title>{`${title} · ${app.name}`}</title>
      <p className="page-line">
        <Link to="/plans/$plan/data" params={{ plan }} search={{ part: "imports", municipality: job.municipality }}>
          {words.back}
        </Link>{" "}
        · {words.by(job.who, wordsOfMoment(job.asked, language))}
      </p>
      <h1>{title}</h1>
      {goesOn(job) && <Going job={job} />}
      {job.state === "cancelled" && <p role="status">{words.cancelled}</p>}
      {job.state === "failed" && <JobFaults faults={job.faults ?? []} />}
      {job.state === "done" && job.result !== undefined && <Outcome job={job} report={job.result} />}
    </div>
  );
}

function Going({ job }: { readonly job: Job }) {
  const words = useDataWords().job;
  const say = useSay();
  const queries = useQueryClient();
  const cancelling = useMutation({
    mutationFn: () => call<typeof cancelJob>("DELETE", "/api/jobs/:job", { params: { job: job.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["job", job.id] }),
  });
  const left = timeLeft(job, Date.now(), words);
  const step = job.state === "waiting" ? words.waiting : job.step === undefined ? words.progress : say(job.step);
  return (
    <div className="stack">
      <Progress share={job.progress} label={left === undefined ? step : `${step} · ${left}`} />
      <p className="quiet small">{words.goesOn}</p>
      <div>
        <Button busy={cancelling.isPending} onClick={() => cancelling.mutate()}>
          {words.cancel}
        </Button>
      </div>
      <ProblemLine error={cancelling.error} />
    </div>
  );
}
