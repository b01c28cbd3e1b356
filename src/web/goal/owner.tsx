import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { appointOwner, listPossibleOwners } from "#api/comments.ts";
import type { Goal } from "../answers.ts";
import { call } from "../client.ts";
import { useMay } from "../frame/use-may.ts";
import { Button } from "../parts/button.tsx";
import { Field, ProblemLine, writtenIn } from "../parts/field.tsx";
import { useWords } from "../text/language.tsx";

function possibleOwnersQuery(plan: string) {
  return queryOptions({
    queryKey: ["possible-owners", plan],
    queryFn: () => call<typeof listPossibleOwners>("GET", "/api/plans/:plan/possible-owners", { params: { plan } }),
    staleTime: 60_000,
  });
}

/** Who answers for the goal; those who may appoint a person, a unit, both or nobody. */
export function Owner({ plan, goal: { id, owner } }: { readonly plan: string; readonly goal: Goal }) {
  const words = useWords().goal;
  const mayAppoint = useMay("own-goal");
  const [isOpen, open] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    open(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const holder = [owner?.who, owner?.unitName].filter((one) => one !== undefined).join(", ");
  if (isOpen) return <Appointing plan={plan} goal={id} owner={owner} onDone={close} />;
  return (
    <>
      {holder === "" ? words.noOwner : holder}{" "}
      {mayAppoint && (
        <button ref={opener} type="button" className="link-button no-print" onClick={() => open(true)}>
          {holder === "" ? words.appoint : words.appointOther}
        </button>
      )}
    </>
  );
}

function Appointing({
  plan,
  goal,
  owner,
  onDone,
}: {
  readonly plan: string;
  readonly goal: string;
  readonly owner: Goal["owner"];
  readonly onDone: () => void;
}) {
  const words = useWords().goal;
  const queries = useQueryClient();
  const possible = useQuery(possibleOwnersQuery(plan));
  const appointing = useMutation({
    mutationFn: (form: HTMLFormElement) => {
      const [person, unit] = [writtenIn(form, "person"), writtenIn(form, "unit")];
      return call<typeof appointOwner>("PUT", "/api/plans/:plan/goals/:goal/owner", {
        params: { plan, goal },
        body: { ...(person !== "" && { owner: person }), ...(unit !== "" && { unit }) },
      });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["goal", plan, goal] });
      onDone();
    },
  });
  if (possible.isPending) return <>…</>;
  const { persons, units } = possible.data ?? { persons: [], units: [] };
  return (
    <form
      className="form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        appointing.mutate(event.currentTarget);
      }}
    >
      <Field name={words.ownerPerson}>
        {/* biome-ignore lint/a11y/noAutofocus: the form opens where one pressed */}
        <select autoFocus name="person" defaultValue={owner?.person ?? ""}>
          <option value="">{words.nobody}</option>
          {persons.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      {units.length > 0 && (
        <Field name={words.ownerUnit}>
          <select name="unit" defaultValue={owner?.unit ?? ""}>
            <option value="">{words.noUnit}</option>
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
      <div className="row-of-buttons">
        <Button type="submit" busy={appointing.isPending}>
          {words.save}
        </Button>
        <Button weight="quiet" onClick={onDone}>
          {words.leave}
        </Button>
      </div>
      <ProblemLine error={possible.error ?? appointing.error} />
    </form>
  );
}
