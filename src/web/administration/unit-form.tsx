import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { addUnit, changeUnit } from "#api/users.ts";
import { call } from "../client.ts";
import { MunicipalityChoice, useChosen, useMunicipalities } from "../frame/municipality-choice.tsx";
import { Button } from "../parts/button.tsx";
import { Field, ProblemLine, writtenIn } from "../parts/field.tsx";
import type { Unit } from "./answers.ts";
import { unitsQuery } from "./queries.ts";
import { useAdministrationWords } from "./words.ts";

/** Adds a unit, or changes or closes one. */
export function UnitForm({
  unit,
  units,
  onDone,
}: {
  readonly unit: Unit | undefined;
  readonly units: readonly Unit[];
  readonly onDone: () => void;
}) {
  const all = useAdministrationWords();
  const words = all.units;
  const queries = useQueryClient();
  const among = useMunicipalities("write-units");
  const [asked, setAsked] = useState(unit?.municipality);
  const municipality = useChosen(among, asked);
  const saving = useMutation({
    mutationFn: (form: HTMLFormElement) => {
      const [name = "", partOf = "", closed = ""] = ["name", "partOf", "closed"].map((field) => writtenIn(form, field));
      const body = {
        ...{ name, municipality: municipality ?? "" },
        ...(partOf !== "" && { partOf }),
        ...(closed !== "" && { closed }),
      };
      return unit === undefined
        ? call<typeof addUnit>("POST", "/api/units", { body: { ...body, id: writtenIn(form, "id") } })
        : call<typeof changeUnit>("PUT", "/api/units/:unit", { params: { unit: unit.id }, body });
    },
    onSuccess: async () => {
      await queries.invalidateQueries(unitsQuery);
      onDone();
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(event.currentTarget);
      }}
    >
      {unit === undefined && (
        <Field name={words.id} hint={words.idHint} isWide>
          <input type="text" name="id" required pattern="[\p{L}\p{N}][\p{L}\p{N}@._ \-]{0,99}" />
        </Field>
      )}
      <Field name={words.name} isWide>
        <input type="text" name="name" required maxLength={200} defaultValue={unit?.name} />
      </Field>
      <div className="form-line">
        <MunicipalityChoice label={all.municipality} among={among} chosen={municipality} onChoose={setAsked} />
        <Field name={words.partOf}>
          <select name="partOf" defaultValue={unit?.partOf ?? ""}>
            <option value="">{all.none}</option>
            {units
              .filter((one) => one.id !== unit?.id && one.municipality === municipality)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </Field>
        {unit !== undefined && (
          <Field name={words.closed}>
            <input type="date" name="closed" defaultValue={unit.closed} />
          </Field>
        )}
      </div>
      <Button type="submit" weight="main" busy={saving.isPending}>
        {unit === undefined ? all.add : all.save}
      </Button>
      <ProblemLine error={saving.error} />
    </form>
  );
}
