import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { makeForecast } from "#api/forecast.ts";
import type { cancelJob } from "#api/jobs.ts";
import { call } from "../client.ts";
import { timeLeft } from "../data/job-words.ts";
import { Progress } from "../data/progress.tsx";
import { jobQuery } from "../data/queries.ts";
import { Button } from "../parts/button.tsx";
import { ProblemLine } from "../parts/field.tsx";
import { useSay } from "../text/language.tsx";
import type { ForecastAnswer } from "./answers.ts";
import { type ForecastOf, forecastQuery } from "./queries.ts";
import { useForecastWords } from "./words.ts";

/** A forecast that is not there: the offer to make it, how far it is, or why it could not be made. */
export function Making({
  of,
  name,
  job,
}: {
  readonly of: ForecastOf;
  /** What the register is called. */
  readonly name: string;
  readonly job: ForecastAnswer["job"];
}) {
  const words = useForecastWords().making;
  const queries = useQueryClient();
  const [asked, setAsked] = useState<string>();
  const starting = useMutation({
    mutationFn: () => call<typeof makeForecast>("POST", "/api/forecast", { body: of }),
    onSuccess: (started) => {
      setAsked(started.job);
      return queries.invalidateQueries({ queryKey: forecastQuery(of).queryKey });
    },
  });
  if (job !== undefined) return <Going job={job} />;
  return (
    <section className="forecast-making">
      <h2>{words.none}</h2>
      <p>{words.offer(name)}</p>
      <Button weight="main" busy={starting.isPending} onClick={() => starting.mutate()}>
        {words.start}
      </Button>
      <ProblemLine error={starting.error} />
      {asked !== undefined && <WhyNot job={asked} />}
    </section>
  );
}

function Going({ job }: { readonly job: NonNullable<ForecastAnswer["job"]> }) {
  const words = useForecastWords().making;
  const say = useSay();
  const queries = useQueryClient();
  const cancelling = useMutation({
    mutationFn: () => call<typeof cancelJob>("DELETE", "/api/jobs/:job", { params: { job: job.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["forecast"] }),
  });
  const left = timeLeft(job, Date.now(), words);
  const step = job.step === undefined ? words.waiting : say(job.step);
  return (
    <section className="forecast-making">
      <h2>{words.going}</h2>
      <Progress share={job.progress} label={left === undefined ? step : `${step} · ${left}`} />
      <p className="quiet">{words.leave}</p>
      <Button busy={cancelling.isPending} onClick={() => cancelling.mutate()}>
        {words.cancel}
      </Button>
      <ProblemLine error={cancelling.error} />
    </section>
  );
}

/** Why a job that was asked for here did not come to an end. */
function WhyNot({ job }: { readonly job: string }) {
  const words = useForecastWords().making;
  const say = useSay();
  const { data } = useQuery(jobQuery(job));
  if (data?.state !== "failed") return null;
  return (
    <div role="alert">
      <p className="small-title">{words.failed}</p>
      {data.faults?.map(({ code, says, mend }) => (
        <p key={code}>
          {say(says)} {say(mend)}
        </p>
      ))}
    </div>
  );
}
