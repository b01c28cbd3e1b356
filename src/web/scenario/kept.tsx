import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { dropScenario, keepScenario } from "#api/scenario.ts";
import { call } from "../client.ts";
import { Choice } from "../compare/controls.tsx";
import { useMay } from "../frame/use-may.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Field, ProblemLine, writtenIn } from "../parts/field.tsx";
import { fileName } from "../parts/save.ts";
import { useSay } from "../text/language.tsx";
import { type KeptScenario, type Lever, leversInAddress } from "./levers.ts";
import { keptScenariosQuery } from "./queries.ts";
import { useTrying } from "./use-trying.ts";
import { useScenarioWords } from "./words.ts";

/** The scenarios the municipality keeps: open one, hold it against this one, keep this one too. */
export function Kept({
  kept,
  levers,
  municipality,
  onOpen,
}: {
  readonly kept: readonly KeptScenario[];
  readonly levers: readonly Lever[];
  readonly municipality: string;
  readonly onOpen: (levers: readonly Lever[]) => void;
}) {
  const words = useScenarioWords().kept;
  const say = useSay();
  const { view, change } = useTrying();
  const mayKeep = useMay("keep-scenario");
  const address = leversInAddress(levers);
  const opened = kept.find((one) => leversInAddress(one.levers) === address && address !== "");
  const named = kept.map(({ id, title }) => ({ value: id, label: say(title) }));
  return (
    <div className="scenario-kept">
      <h3>{words.heading}</h3>
      <fieldset className="controls">
        <legend className="visually-hidden">{words.heading}</legend>
        {kept.length > 0 && (
          <>
            <Choice
              name={words.open}
              value={opened?.id ?? ""}
              options={[{ value: "", label: words.none }, ...named]}
              onChoose={(id) => onOpen(kept.find((one) => one.id === id)?.levers ?? [])}
            />
            <Choice
              name={words.against}
              value={view.against ?? ""}
              options={[{ value: "", label: words.nothing }, ...named]}
              onChoose={(against) => change({ against: against === "" ? undefined : against })}
            />
          </>
        )}
        {mayKeep && levers.length > 0 && opened === undefined && <Save levers={levers} municipality={municipality} />}
        {mayKeep && opened !== undefined && <Drop id={opened.id} municipality={municipality} />}
      </fieldset>
    </div>
  );
}

function Save({ levers, municipality }: { readonly levers: readonly Lever[]; readonly municipality: string }) {
  const words = useScenarioWords().kept;
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const keeping = useMutation({
    mutationFn: (title: string) => {
      const params = { scenario: fileName(title) || "scenarie" };
      const body = { municipality, title, levers: [...levers] };
      return call<typeof keepScenario>("PUT", "/api/scenarios/:scenario", { params, body });
    },
    onSuccess: () => {
      setOpen(false);
      return queries.invalidateQueries({ queryKey: keptScenariosQuery(municipality).queryKey });
    },
  });
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    keeping.mutate(writtenIn(event.currentTarget, "title"));
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.save} …</Button>
      <Dialog title={words.saving} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={save}>
          <Field name={words.name}>
            <input type="text" name="title" required maxLength={80} />
          </Field>
          <ProblemLine error={keeping.error} />
          <Button weight="main" type="submit" busy={keeping.isPending}>
            {words.save}
          </Button>
        </form>
      </Dialog>
    </>
  );
}

function Drop({ id, municipality }: { readonly id: string; readonly municipality: string }) {
  const words = useScenarioWords().kept;
  const queries = useQueryClient();
  const dropping = useMutation({
    mutationFn: () =>
      call<typeof dropScenario>("DELETE", "/api/scenarios/:scenario", {
        params: { scenario: id },
        query: { municipality },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keptScenariosQuery(municipality).queryKey }),
  });
  return (
    <>
      <Button weight="quiet" busy={dropping.isPending} onClick={() => dropping.mutate()}>
        {words.drop}
      </Button>
      <ProblemLine error={dropping.error} />
    </>
  );
}
