import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { giveRole, takeRole } from "#api/users.ts";
import { ALL } from "#core/access/decide.ts";
import { roles as roleWords } from "#core/access/role.ts";
import { call } from "../client.ts";
import { useMunicipalities } from "../frame/municipality-choice.tsx";
import { sessionQuery } from "../frame/queries.ts";
import { municipalitiesFor } from "../frame/use-reach.ts";
import { Button } from "../parts/button.tsx";
import { Field, ProblemLine, writtenIn } from "../parts/field.tsx";
import { useSay } from "../text/language.tsx";
import type { Account } from "./answers.ts";
import { useDays } from "./grant-words.tsx";
import { unitsQuery, usersQuery } from "./queries.ts";
import { useWhere } from "./where.ts";
import { useAdministrationWords } from "./words.ts";

/** What a user may do and where; given and taken back by who may. */
export function Roles({ account, mayWrite }: { readonly account: Account; readonly mayWrite: boolean }) {
  const words = useAdministrationWords().roles;
  const say = useSay();
  const where = useWhere();
  const days = useDays();
  const queries = useQueryClient();
  const taking = useMutation({
    mutationFn: (grant: string) =>
      call<typeof takeRole>("DELETE", "/api/users/:user/roles/:grant", { params: { user: account.id, grant } }),
    onSuccess: () => queries.invalidateQueries(usersQuery),
  });
  return (
    <section className="stack">
      <h3>{words.title}</h3>
      <p className="quiet small">{words.why}</p>
      {account.roles.length === 0 && <p>{words.none}</p>}
      <ul className="grants">
        {account.roles.map((grant) => {
          const place = where(grant.municipality, grant.unit);
          return (
            <li key={grant.id}>
              <span>
                <b>{say(grant.label)}</b> · {place}
                {days(grant)}
              </span>
              {mayWrite && (
                <Button
                  weight="quiet"
                  busy={taking.isPending && taking.variables === grant.id}
                  aria-label={words.takeRole(say(grant.label), place)}
                  onClick={() => taking.mutate(grant.id)}
                >
                  {words.take}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <ProblemLine error={taking.error} />
      {mayWrite && <Giving user={account.id} told={taking.isSuccess ? words.taken : undefined} />}
    </section>
  );
}

function Giving({ user, told }: { readonly user: string; readonly told: string | undefined }) {
  const all = useAdministrationWords();
  const words = all.roles;
  const say = useSay();
  const queries = useQueryClient();
  const municipalities = useMunicipalities("write-users");
  const mine = useQuery(sessionQuery).data?.user;
  const mayAll = mine !== undefined && municipalitiesFor(mine, "write-users").includes(ALL);
  const units = useQuery(unitsQuery).data?.units ?? [];
  const [chosen, setMunicipality] = useState<string>();
  const municipality = chosen ?? municipalities[0]?.id ?? "";
  const giving = useMutation({
    mutationFn: (form: HTMLFormElement) => {
      const [unit, from, to] = ["unit", "from", "to"].map((name) => writtenIn(form, name));
      return call<typeof giveRole>("POST", "/api/users/:user/roles", {
        params: { user },
        body: {
          ...{ role: writtenIn(form, "role"), municipality },
          ...(unit !== "" && { unit }),
          ...(from !== "" && { from }),
          ...(to !== "" && { to }),
        },
      });
    },
    onSuccess: () => queries.invalidateQueries(usersQuery),
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        giving.mutate(event.currentTarget);
      }}
    >
      <h4 className="small-title">{words.give}</h4>
      <div className="form-line">
        <Field name={words.role}>
          <select name="role">
            {Object.entries(roleWords).map(([role, label]) => (
              <option key={role} value={role}>
                {say(label)}
              </option>
            ))}
          </select>
        </Field>
        <Field name={all.municipality}>
          <select value={municipality} onChange={({ target }) => setMunicipality(target.value)}>
            {mayAll && <option value={ALL}>{all.everywhere}</option>}
            {municipalities.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field name={words.unit}>
          <select name="unit">
            <option value="">{words.anyUnit}</option>
            {units
              .filter((unit) => unit.municipality === municipality)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </Field>
        <Field name={words.from} hint={words.days}>
          <input type="date" name="from" />
        </Field>
        <Field name={words.to} hint={words.days}>
          <input type="date" name="to" />
        </Field>
      </div>
      <div className="row-of-buttons">
        <Button type="submit" busy={giving.isPending}>
          {words.give}
        </Button>
        <span role="status">{giving.isSuccess ? words.given : told}</span>
      </div>
      <ProblemLine error={giving.error} />
    </form>
  );
}
