import { useNavigate, useParams } from "@tanstack/react-router";
import { Button } from "../parts/button.tsx";
import { Field, ProblemLine, writtenIn } from "../parts/field.tsx";
import { useSay } from "../text/language.tsx";
import type { Job, Report } from "./answers.ts";
import { useImport } from "./import-anyway.tsx";
import { useDataWords } from "./words.ts";

/** What the import guard asks: go on, for a reason that is kept, or stop. */
export function Guard({
  job,
  findings,
  withoutFaulty,
}: {
  readonly job: Job;
  readonly findings: Report["findings"];
  /** Whether rows with faults were let be on the way here. */
  readonly withoutFaulty: boolean;
}) {
  const words = useDataWords().job;
  const say = useSay();
  const navigate = useNavigate();
  const { plan = "" } = useParams({ strict: false });
  const importing = useImport(job);
  return (
    <section className="asked">
      <h2>{words.guard}</h2>
      <p className="quiet small">{words.guardWhy}</p>
      <ul className="notes">
        {findings.map(({ rule, says }) => (
          <li key={rule}>{say(says)}</li>
        ))}
      </ul>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const reason = writtenIn(event.currentTarget, "reason");
          importing.mutate({ accept: true, acceptPartial: withoutFaulty, reason });
        }}
      >
        <Field name={words.reason} hint={words.reasonHint} isWide>
          <textarea name="reason" rows={2} required />
        </Field>
        <div className="row-of-buttons">
          <Button type="submit" busy={importing.isPending}>
            {words.goOn}
          </Button>
          <Button
            weight="main"
            onClick={() => navigate({ to: "/plans/$plan/data", params: { plan }, search: { part: "imports" } })}
          >
            {words.halt}
          </Button>
        </div>
        <ProblemLine error={importing.error} />
      </form>
    </section>
  );
}
