import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { letProgramIn } from "#api/session.ts";
import { call } from "../client.ts";
import { Button } from "../parts/button.tsx";
import { Field, ProblemLine, writtenIn } from "../parts/field.tsx";
import { useLanguage, wordsOfDay } from "../text/language.tsx";
import { sessionsQuery } from "./queries.ts";
import { useAdministrationWords } from "./words.ts";

/** A token by which one's own program fetches figures; shown once. */
export function ProgramToken({ user }: { readonly user: string }) {
  const words = useAdministrationWords().own;
  const language = useLanguage();
  const queries = useQueryClient();
  const [isCopied, setCopied] = useState(false);
  const making = useMutation({
    mutationFn: (body: { program: string; days: number }) =>
      call<typeof letProgramIn>("POST", "/api/session/programs", { body }),
    onSuccess: () => {
      setCopied(false);
      return queries.invalidateQueries(sessionsQuery(user));
    },
  });
  const made = making.data;
  const copy = async () => {
    if (made === undefined) return;
    await navigator.clipboard.writeText(made.token);
    setCopied(true);
  };
  return (
    <section className="stack">
      <h2>{words.program}</h2>
      <p className="quiet small">{words.programWhy}</p>
      <form
        className="form-line"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          making.mutate({ program: writtenIn(form, "program"), days: Number(writtenIn(form, "days")) });
        }}
      >
        <Field name={words.programName}>
          <input type="text" name="program" required maxLength={60} />
        </Field>
        <Field name={words.programDays}>
          <input type="number" name="days" required min={1} max={366} defaultValue={90} />
        </Field>
        <Button type="submit" busy={making.isPending}>
          {words.programMake}
        </Button>
      </form>
      <div role="status" className="stack">
        {made !== undefined && (
          <>
            <p>{words.programMade(wordsOfDay(made.expires, language))}</p>
            <p>
              <code className="seal">{made.token}</code>
            </p>
            <div className="row-of-buttons">
              <Button onClick={copy}>{words.copy}</Button>
              <span>{isCopied && words.copied}</span>
            </div>
          </>
        )}
      </div>
      <ProblemLine error={making.error} />
    </section>
  );
}
