import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { actWords } from "#core/audit/act-words.ts";
import { mentionsCpr } from "#core/register/cpr.ts";
import { useMay } from "../frame/use-may.ts";
import { Button } from "../parts/button.tsx";
import { Field, writtenIn } from "../parts/field.tsx";
import { useSay } from "../text/language.tsx";
import { usersQuery } from "./queries.ts";
import { type AdministrationView, type Change, outcomes } from "./view.ts";
import { useAdministrationWords } from "./words.ts";

const nothing = {
  ...{ actor: undefined, act: undefined, person: undefined, outcome: undefined },
  ...{ from: undefined, to: undefined, before: undefined },
} as const;

/** By what the log can be narrowed: who, what, whom it was about, when, and with which outcome. */
export function AuditFilters({ view, change }: { readonly view: AdministrationView; readonly change: Change }) {
  const words = useAdministrationWords().audit;
  const say = useSay();
  const [isCpr, setCpr] = useState(false);
  const mayReadUsers = useMay("read-users");
  const users = useQuery({ ...usersQuery, enabled: mayReadUsers }).data?.users ?? [];
  const who = [{ id: "program", name: words.program }, ...users];
  const unnamed = view.actor !== undefined && !who.some(({ id }) => id === view.actor);
  const acts = Object.entries(actWords)
    .map(([act, { did }]) => ({ act, label: say(did) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "da"));
  const submit = (form: HTMLFormElement) => {
    const word = (name: string) => writtenIn(form, name) || undefined;
    const person = word("person");
    // What is sought stands in the address, where no CPR number may be.
    const isNumber = person !== undefined && mentionsCpr(person);
    setCpr(isNumber);
    if (isNumber) return;
    const outcome = outcomes.find((one) => one === word("outcome"));
    change({ ...nothing, actor: word("actor"), act: word("act"), person, outcome, from: word("from"), to: word("to") });
  };
  return (
    <form
      className="form-line no-print"
      aria-label={words.filters}
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <Field name={words.who}>
        <select key={users.length} name="actor" defaultValue={view.actor ?? ""}>
          <option value="">{words.anyone}</option>
          {unnamed && <option value={view.actor}>{view.actor}</option>}
          {who.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field name={words.act}>
        <select name="act" defaultValue={view.act ?? ""}>
          <option value="">{words.anything}</option>
          {acts.map(({ act, label }) => (
            <option key={act} value={act}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field name={words.person} hint={words.personHint}>
        <input type="text" name="person" defaultValue={view.person} size={14} autoComplete="off" />
      </Field>
      <Field name={words.from}>
        <input type="date" name="from" defaultValue={view.from} />
      </Field>
      <Field name={words.to}>
        <input type="date" name="to" defaultValue={view.to} />
      </Field>
      <Field name={words.outcome}>
        <select name="outcome" defaultValue={view.outcome ?? ""}>
          <option value="">{words.both}</option>
          {outcomes.map((one) => (
            <option key={one} value={one}>
              {words.outcomes[one]}
            </option>
          ))}
        </select>
      </Field>
      <div className="row-of-buttons">
        <Button type="submit">{words.show}</Button>
        <Button weight="quiet" onClick={() => change(nothing)}>
          {words.clear}
        </Button>
      </div>
      {isCpr && (
        <p className="problem-line" role="alert">
          {words.cpr}
        </p>
      )}
    </form>
  );
}
