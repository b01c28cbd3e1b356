import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import type { observeGoal, recordEvidence } from "#api/follow-up.ts";
import type { Goal, GoalPart } from "../answers.ts";
import { call } from "../client.ts";
import { sessionQuery } from "../frame/queries.ts";
import { useMay } from "../frame/use-may.ts";
import { Button } from "../parts/button.tsx";
import { Field, ProblemLine, writtenIn } from "../parts/field.tsx";
import { written } from "../parts/written.ts";
import { useLanguage, useWords, wordsOfDay, wordsOfPeriod } from "../text/language.tsx";
import { PeriodField, useReadPeriod } from "./period-field.tsx";

type OfPart = { readonly plan: string; readonly goal: Goal; readonly part: GoalPart };

/** What the municipality has entered itself: figures no system sends, or what shows that a milestone was reached. */
export function Entered({ plan, goal, part }: OfPart) {
  const words = useWords().goal;
  const mayEnter = useMay("follow-up-plan");
  const isMilestone = part.targetKind === "milestone";
  const isOfPart = (one: { readonly part?: string }) => (one.part ?? goal.parts[0].id) === part.id;
  const [observations, evidence] = [goal.observations.filter(isOfPart), goal.evidence.filter(isOfPart)];
  if (!mayEnter && observations.length + evidence.length === 0) return null;
  return (
    <section>
      <h2>{isMilestone ? words.evidence : words.observations}</h2>
      <p className="quiet small">{isMilestone ? words.evidenceWhy : words.observationsWhy}</p>
      {observations.length > 0 && <Observations observations={observations} />}
      {evidence.length > 0 && <Evidence evidence={evidence} />}
      {mayEnter &&
        (isMilestone ? (
          <EvidenceForm plan={plan} goal={goal} part={part} />
        ) : (
          <ObservationForm plan={plan} goal={goal} part={part} />
        ))}
    </section>
  );
}

function Observations({ observations }: { readonly observations: Goal["observations"] }) {
  const words = useWords();
  const language = useLanguage();
  return (
    <table className="plain-table stacking">
      <thead>
        <tr>
          <th scope="col">{words.figure.period}</th>
          <th scope="col">{words.goal.figure}</th>
          <th scope="col">{words.figure.source}</th>
          <th scope="col">{words.goal.enteredBy}</th>
        </tr>
      </thead>
      <tbody>
        {observations.map(({ period, figure, source, preliminary, by, on }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a later figure of the same period replaces the earlier, both stand
          <tr key={at}>
            <th scope="row">{wordsOfPeriod(period, language)}</th>
            <td data-heading={words.goal.figure}>
              {written(figure, language)} {preliminary && <span className="quiet">({words.chart.preliminary})</span>}
            </td>
            <td data-heading={words.figure.source}>{source}</td>
            <td data-heading={words.goal.enteredBy}>
              {by}, {wordsOfDay(on, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Evidence({ evidence }: { readonly evidence: Goal["evidence"] }) {
  const words = useWords().goal;
  const language = useLanguage();
  return (
    <ul className="notes">
      {evidence.map(({ done, reached, what, link, by, on }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is entered stands
        <li key={at}>
          <b>
            {reached ? words.reached : words.notReached} {wordsOfDay(done, language)}:
          </b>{" "}
          {link !== undefined && /^https?:\/\//.test(link) ? (
            <a href={link} rel="noreferrer">
              {what}
            </a>
          ) : (
            what
          )}{" "}
          <span className="quiet small">
            ({by}, {wordsOfDay(on, language)})
          </span>
        </li>
      ))}
    </ul>
  );
}

function ObservationForm({ plan, goal, part }: OfPart) {
  const words = useWords().goal;
  const readPeriod = useReadPeriod();
  const enter = (form: HTMLFormElement) =>
    call<typeof observeGoal>("POST", "/api/plans/:plan/goals/:goal/observations", {
      params: { plan, goal: goal.id },
      body: {
        ...(goal.parts.length > 1 && { part: part.id }),
        period: readPeriod(writtenIn(form, "period")),
        value: writtenIn(form, "value"),
        source: writtenIn(form, "source"),
        preliminary: writtenIn(form, "preliminary") === "on",
      },
    });
  return (
    <EnteringForm opens={words.enterFigure} enter={enter}>
      <div className="form-line">
        <PeriodField label={words.periodOf} name="period" />
        <Field name={words.figure} hint={words.figureHint}>
          <input type="text" name="value" required autoComplete="off" />
        </Field>
      </div>
      <Field name={words.sourceOf} hint={words.sourceHint} isWide>
        <input type="text" name="source" required autoComplete="off" />
      </Field>
      <label className="form-field-tick">
        <input type="checkbox" name="preliminary" /> <span>{words.isPreliminary}</span>
      </label>
    </EnteringForm>
  );
}

function EvidenceForm({ plan, goal, part }: OfPart) {
  const words = useWords().goal;
  const enter = (form: HTMLFormElement) => {
    const link = writtenIn(form, "link");
    return call<typeof recordEvidence>("POST", "/api/plans/:plan/goals/:goal/evidence", {
      params: { plan, goal: goal.id },
      body: {
        ...(goal.parts.length > 1 && { part: part.id }),
        done: writtenIn(form, "done"),
        reached: writtenIn(form, "reached") !== "no",
        what: writtenIn(form, "what"),
        ...(link !== "" && { link }),
      },
    });
  };
  return (
    <EnteringForm opens={words.enterEvidence} enter={enter}>
      <div className="form-line">
        <Field name={words.doneOn}>
          <input type="date" name="done" required />
        </Field>
        <Field name={words.outcome}>
          <select name="reached" defaultValue="yes">
            <option value="yes">{words.reachedChoice}</option>
            <option value="no">{words.notReachedChoice}</option>
          </select>
        </Field>
      </div>
      <Field name={words.what} hint={words.whatHint} isWide>
        <input type="text" name="what" required autoComplete="off" />
      </Field>
      <Field name={words.link} isWide>
        <input type="url" name="link" autoComplete="off" />
      </Field>
    </EnteringForm>
  );
}

/** A form that is opened when it is wanted; what is entered can change every verdict of the plan, and does so at once. */
function EnteringForm({
  opens,
  enter,
  children,
}: {
  readonly opens: string;
  readonly enter: (form: HTMLFormElement) => Promise<unknown>;
  readonly children: ReactNode;
}) {
  const words = useWords().goal;
  const queries = useQueryClient();
  const [isOpen, open] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    open(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const entering = useMutation({
    mutationFn: enter,
    onSuccess: async () => {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
      close();
    },
  });
  return (
    <div className="entering no-print">
      <span role="status">{entering.isSuccess && !isOpen && words.entered}</span>
      {isOpen ? (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            entering.mutate(event.currentTarget);
          }}
        >
          {children}
          <div className="row-of-buttons">
            <Button type="submit" busy={entering.isPending}>
              {words.save}
            </Button>
            <Button weight="quiet" onClick={close}>
              {words.leave}
            </Button>
          </div>
          <ProblemLine error={entering.error} />
        </form>
      ) : (
        <Button ref={opener} onClick={() => open(true)}>
          {opens}
        </Button>
      )}
    </div>
  );
}
