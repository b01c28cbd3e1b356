import { useId } from "react";
import { useOverview } from "../frame/use-basis.ts";
import { Field } from "../parts/field.tsx";
import { offeredPeriods, periodWritten } from "../plan/periods.ts";
import { useLanguage, useWords, wordsOfPeriod } from "../text/language.tsx";

/** A field for a period: those around the plan's own are offered in words. */
export function PeriodField({ label, name }: { readonly label: string; readonly name: string }) {
  const words = useWords().goal;
  const language = useLanguage();
  const id = useId();
  return (
    <Field name={label} hint={words.periodHint}>
      <input type="text" name={name} required autoComplete="off" list={id} />
      <datalist id={id}>
        {usePlanPeriods().map((one) => (
          <option key={one} value={wordsOfPeriod(one, language)} />
        ))}
      </datalist>
    </Field>
  );
}

/** Reads a period as somebody typed it: as the plan would write it. */
export function useReadPeriod(): (typed: string) => string {
  const language = useLanguage();
  const offered = usePlanPeriods();
  return (typed) => periodWritten(typed, offered, language);
}

function usePlanPeriods(): readonly string[] {
  return offeredPeriods(useOverview()?.plan.period ?? "");
}
