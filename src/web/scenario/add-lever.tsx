import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Outlook } from "../forecast/answers.ts";
import { vocabularyQuery } from "../indicators/queries.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Field, writtenIn } from "../parts/field.tsx";
import { useSay } from "../text/language.tsx";
import { type Lever, writtenChange } from "./levers.ts";
import { useScenarioWords } from "./words.ts";

const kinds = ["places", "closing", "rule"] as const;
type Kind = (typeof kinds)[number];

/** The ways to add what no slider turns: places of an offer, a closing, a rule. */
export function AddLever({ forecast, onAdd }: { readonly forecast: Outlook; readonly onAdd: (lever: Lever) => void }) {
  const words = useScenarioWords();
  const [open, setOpen] = useState<Kind>();
  const close = () => setOpen(undefined);
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (open !== undefined) onAdd(leverIn(open, event.currentTarget));
    close();
  };
  return (
    <>
      <div className="row-of-buttons lever-adding no-print">
        {kinds.map((kind) => (
          <Button key={kind} onClick={() => setOpen(kind)}>
            {words.add[kind]} …
          </Button>
        ))}
      </div>
      <Dialog title={open === undefined ? "" : words.add[open]} isOpen={open !== undefined} onClose={close}>
        <form className="stack" onSubmit={add}>
          {open !== undefined && <Fields kind={open} forecast={forecast} />}
          <div className="row-of-buttons">
            <Button weight="main" type="submit">
              {words.adding}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

function Fields({ kind, forecast: { places, origin } }: { readonly kind: Kind; readonly forecast: Outlook }) {
  const { fields } = useScenarioWords();
  const say = useSay();
  const vocabulary = useQuery(vocabularyQuery).data;
  const offers = vocabulary?.dimensions.find(({ id }) => id === "offer")?.codes ?? [];
  const benefits = places.filter((place) => place.kind === "benefit");
  const choose = (
    name: "benefit" | "to" | "offer",
    options: readonly { id: string; label: (typeof places)[number]["label"] }[],
  ) => (
    <Field key={name} name={fields[name]}>
      <select name={name} required>
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {say(label)}
          </option>
        ))}
      </select>
    </Field>
  );
  const number = (name: "places" | "effect" | "low" | "high" | "persons" | "share", value: number, min: number) => (
    <Field key={name} name={fields[name]}>
      <input type="number" name={name} required min={min} defaultValue={value} />
    </Field>
  );
  const day = (
    <Field name={fields.on}>
      <input type="date" name="on" required defaultValue={monthAfter(origin.known)} />
    </Field>
  );
  if (kind === "places")
    return (
      <>
        {choose("offer", offers)}
        {choose("benefit", benefits)}
        {number("places", 40, 1)}
        {number("effect", 20, -100)}
        {number("low", 0, -100)}
        {number("high", 40, -100)}
        <Field name={fields.assumption}>
          <input type="text" name="assumption" required maxLength={200} />
        </Field>
      </>
    );
  if (kind === "closing")
    return (
      <>
        {choose("benefit", benefits)}
        {number("persons", 100, 1)}
        {day}
      </>
    );
  return (
    <>
      {choose("benefit", benefits)}
      {choose(
        "to",
        places.filter((place) => place.kind === "benefit" || place.kind === "own"),
      )}
      {number("share", 100, 0)}
      {day}
      <label>
        <input type="checkbox" name="closes" value="true" /> {fields.closes}
      </label>
    </>
  );
}

/** The first day of the month after one: the first that can be changed. */
function monthAfter(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, "0")}-01`;
}

/** What the form holds, as a lever. */
function leverIn(kind: Kind, form: HTMLFormElement): Lever {
  const at = (name: string) => writtenIn(form, name);
  const benefit = at("benefit");
  if (kind === "closing") return { lever: kind, benefit, persons: at("persons"), on: at("on") };
  if (kind === "rule") {
    const closes = at("closes") === "true" ? { closes: "true" } : {};
    return { lever: kind, benefit, to: at("to"), share: `${at("share")} %`, on: at("on"), ...closes };
  }
  const change = (name: string) => writtenChange(Number(at(name)));
  const assumption = { da: at("assumption"), en: at("assumption") };
  const effect = { by: change("effect"), low: change("low"), high: change("high"), assumption };
  return { lever: kind, offer: at("offer"), benefit, places: at("places"), effect };
}
