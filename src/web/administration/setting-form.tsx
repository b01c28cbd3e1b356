import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { setParameter } from "#api/parameters.ts";
import { unitWords } from "#core/figures/unit.ts";
import { call } from "../client.ts";
import { sessionQuery } from "../frame/queries.ts";
import { Button } from "../parts/button.tsx";
import { Field, ProblemLine, writtenIn } from "../parts/field.tsx";
import { useLanguage } from "../text/language.tsx";
import type { Parameter } from "./answers.ts";
import { readLimit } from "./limits.ts";
import { useAdministrationWords } from "./words.ts";

/** Sets a limit from a day on. Verdicts before that day stand as they did. */
export function SettingForm({
  municipality,
  parameter: { name, unit },
}: {
  readonly municipality: string;
  readonly parameter: Parameter;
}) {
  const all = useAdministrationWords();
  const words = all.parameters;
  const language = useLanguage();
  const queries = useQueryClient();
  const today = useQuery(sessionQuery).data?.today;
  const [isNoNumber, setNoNumber] = useState(false);
  const setting = useMutation({
    mutationFn: ({ from, value }: { from: string; value: number }) =>
      call<typeof setParameter>("PUT", "/api/parameters/:name", {
        params: { name },
        body: { municipality, from, value },
      }),
    // A limit can change every verdict.
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <form
      className="form-line no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const value = readLimit(writtenIn(event.currentTarget, "value"), unit);
        setNoNumber(value === undefined);
        if (value !== undefined) setting.mutate({ value, from: writtenIn(event.currentTarget, "from") });
      }}
    >
      <Field name={words.value(unitWords[unit].name[language])}>
        <input type="text" name="value" inputMode="decimal" required size={8} aria-invalid={isNoNumber} />
      </Field>
      <Field name={words.from}>
        <input type="date" name="from" required defaultValue={today} />
      </Field>
      <Button type="submit" busy={setting.isPending}>
        {words.set}
      </Button>
      <span role="status">{isNoNumber ? words.notNumber : setting.isSuccess && all.saved}</span>
      <ProblemLine error={setting.error} />
    </form>
  );
}
