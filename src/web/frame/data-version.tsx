import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Basis, PlanEntry, RegisterEntry } from "../answers.ts";
import { ChevronDownIcon } from "../parts/icons.ts";
import { Popup } from "../parts/popup.tsx";
import { useLanguage, useWords, wordsOfDay } from "../text/language.tsx";
import { plansQuery } from "./queries.ts";

/** Which data the page stands on: what is in them, and the other data the plan can be followed on. */
export function DataVersion({ basis, plan }: { readonly basis: Basis; readonly plan: PlanEntry }) {
  const { frame } = useWords();
  const language = useLanguage();
  const registers = useQuery(plansQuery).data?.registers ?? [];
  const usable = registers.filter(({ municipalities }) =>
    plan.municipalities.every((code) => municipalities.includes(code)),
  );
  const newest = basis.register?.extracted ?? basis.published;
  return (
    <Popup
      title={frame.whatData}
      className="header-button"
      label={
        <>
          {newest === undefined ? frame.data : frame.dataOf(wordsOfDay(newest, language))}{" "}
          <ChevronDownIcon aria-hidden />
        </>
      }
    >
      {(close) => (
        <div className="stack">
          <p className="popup-title">{frame.whatData}</p>
          {basis.register !== undefined && <Register register={basis.register} />}
          <p>
            {basis.published === undefined ? frame.noPublished : frame.published(wordsOfDay(basis.published, language))}
          </p>
          {usable.length > 0 && <Choice registers={usable} chosen={basis.register?.id} onChosen={close} />}
        </div>
      )}
    </Popup>
  );
}

function Register({ register: { name, simulated, to, extracted, id } }: { readonly register: RegisterEntry }) {
  const { frame } = useWords();
  const language = useLanguage();
  return (
    <div>
      <p className="small-title">{simulated ? frame.simulatedRegister : frame.ownRegister}</p>
      <p>{name}</p>
      <p className="quiet small">
        {frame.covers(wordsOfDay(to, language))}. {frame.extracted(wordsOfDay(extracted, language))}.{" "}
        <code>{id.slice(0, 12)}</code>
      </p>
    </div>
  );
}

function Choice({
  registers,
  chosen,
  onChosen,
}: {
  readonly registers: readonly RegisterEntry[];
  readonly chosen: string | undefined;
  readonly onChosen: () => void;
}) {
  const { frame } = useWords();
  const navigate = useNavigate();
  const options = [{ id: undefined, name: frame.publishedOnly }, ...registers];
  return (
    <fieldset className="choices">
      <legend className="small-title">{frame.chooseRegister}</legend>
      {options.map(({ id, name }) => (
        <label key={name}>
          <input
            type="radio"
            name="register"
            defaultChecked={id === chosen}
            onChange={() => {
              onChosen();
              navigate({ to: ".", search: (old) => ({ ...old, register: id }) });
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
