import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { ALL } from "#core/access/decide.ts";
import type { Act } from "#core/access/table.ts";
import { vocabularyQuery } from "../indicators/queries.ts";
import { Field } from "../parts/field.tsx";
import { useSay } from "../text/language.tsx";
import { plansQuery, sessionQuery } from "./queries.ts";
import { municipalitiesFor } from "./use-reach.ts";

/** A municipality and what it is called. */
export type NamedMunicipality = { readonly id: string; readonly name: string };

/** The municipalities in which the person may do something, by name. */
export function useMunicipalities(act: Act): readonly NamedMunicipality[] {
  const say = useSay();
  const user = useQuery(sessionQuery).data?.user;
  const areas = useQuery(vocabularyQuery).data?.areas ?? [];
  const mine = user === undefined ? [] : municipalitiesFor(user, act);
  return areas
    .filter(({ id, kind }) => kind === "municipality" && (mine.includes(ALL) || mine.includes(id)))
    .map(({ id, label }) => ({ id, name: say(label) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "da"));
}

/** The one that is asked for, else that of the plan in the address, else the first; undefined until the plans are here. */
export function useChosen(among: readonly NamedMunicipality[], asked: string | undefined): string | undefined {
  const { plan } = useParams({ strict: false });
  const plans = useQuery(plansQuery);
  if (plans.isPending) return undefined;
  const own = plans.data?.plans.find(({ id }) => id === plan)?.municipalities ?? [];
  const ids = among.map(({ id }) => id);
  return ids.find((id) => id === asked) ?? ids.find((id) => own.includes(id)) ?? ids.at(0);
}

/** A choice between municipalities. */
export function MunicipalityChoice({
  label,
  among,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly among: readonly NamedMunicipality[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <Field name={label}>
      <select value={chosen ?? ""} onChange={({ target }) => onChoose(target.value)}>
        {among.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}
