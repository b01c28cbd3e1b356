import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { pasteTable } from "#api/plan-editing.ts";
import { units, unitWords } from "#core/figures/unit.ts";
import { call } from "../client.ts";
import { Button } from "../parts/button.tsx";
import { useLanguage, useSay } from "../text/language.tsx";
import type { Document, Pasted, Reading } from "./answers.ts";
import { Faults } from "./check.tsx";
import { RefusedLine } from "./refused.tsx";
import { usePlanWords } from "./words.ts";

/** A table from a spreadsheet: seen as it will stand before it is taken. */
export function Pasting({
  plan,
  yaml,
  document,
  onTake,
}: {
  readonly plan: string;
  readonly yaml: string;
  readonly document: Document | undefined;
  readonly onTake: (yaml: string, reading: Reading | undefined) => void;
}) {
  const words = usePlanWords().paste;
  const say = useSay();
  const language = useLanguage();
  const [cells, setCells] = useState("");
  const [into, setInto] = useState("");
  const [fresh, setFresh] = useState({ title: "", unit: "count", section: "", lines: "" });
  const [isDanish, setDanish] = useState(false);
  const asked = useDeferredValue(JSON.stringify({ cells, into, fresh, isDanish }));
  const found = useQuery({
    queryKey: ["paste", plan, asked],
    queryFn: () =>
      call<typeof pasteTable>("POST", "/api/plans/:plan/paste", {
        params: { plan },
        body: { yaml, cells, danish: isDanish, ...(into === "" ? filled(fresh) : { into }) },
      }),
    enabled: cells.trim() !== "",
    placeholderData: (old) => old,
  });
  const field = (name: keyof typeof fresh, label: string) => (
    <label className="field">
      <span className="field-name">{label}</span>
      <input type="text" value={fresh[name]} onChange={({ target }) => setFresh({ ...fresh, [name]: target.value })} />
    </label>
  );
  const faults = found.data?.reading?.faults ?? [];
  const taken = faults.length > 0 ? undefined : found.data?.yaml;
  return (
    <form
      className="pasting"
      onSubmit={(event) => {
        event.preventDefault();
        if (taken !== undefined) onTake(taken, found.data?.reading);
      }}
    >
      <p className="small">{words.how}</p>
      <label className="field">
        <span className="field-name">{words.cells}</span>
        <textarea rows={5} wrap="off" value={cells} onChange={({ target }) => setCells(target.value)} />
      </label>
      <label className="tick">
        <input type="checkbox" checked={isDanish} onChange={({ target }) => setDanish(target.checked)} />
        {words.danish}
      </label>
      <label className="field">
        <span className="field-name">{words.into}</span>
        <select value={into} onChange={({ target }) => setInto(target.value)}>
          <option value="">{words.fresh}</option>
          {document?.tables.map(({ id, title }) => (
            <option key={id} value={id}>
              {words.replace(say(title))}
            </option>
          ))}
        </select>
      </label>
      {into === "" && (
        <div className="fields">
          {field("title", words.name)}
          <label className="field">
            <span className="field-name">{words.unit}</span>
            <select value={fresh.unit} onChange={({ target }) => setFresh({ ...fresh, unit: target.value })}>
              <option value="">{words.unitNone}</option>
              {units.map((unit) => (
                <option key={unit} value={unit}>
                  {unitWords[unit].name[language]}
                </option>
              ))}
            </select>
          </label>
          {field("section", words.section)}
          {field("lines", words.lines)}
        </div>
      )}
      {found.data !== undefined && cells.trim() !== "" && <Preview pasted={found.data} />}
      {faults.length > 0 && <Faults faults={faults} />}
      <RefusedLine error={found.error} />
      <div className="row-of-buttons">
        <Button
          weight="main"
          type="submit"
          disabled={taken === undefined || found.isPlaceholderData}
          busy={found.isFetching}
        >
          {words.take}
        </Button>
      </div>
    </form>
  );
}

/** What was filled in. */
function filled(fresh: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(fresh).filter(([, written]) => written.trim() !== ""));
}

function Preview({ pasted: { columns, rows, refused } }: { readonly pasted: Pasted }) {
  const words = usePlanWords().paste;
  const say = useSay();
  const isRefused = (row: number, column: number) => refused.some((one) => one.row === row && one.column === column);
  return (
    <div className="stack">
      {refused.length > 0 && (
        <div role="alert" className="form-faults">
          <p className="small-title">{words.refused(refused.length)}</p>
          <ul className="notes">
            {refused.slice(0, 8).map(({ row, column, why }) => (
              <li key={`${row} ${column}`}>
                {words.cell(row, column)}: {say(why)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="small-title">{words.preview}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="plan-table-view" tabIndex={0} aria-label={words.preview}>
        <table>
          <thead>
            <tr>
              <td />
              {columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may be called alike
                <th key={at} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, cells }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be called alike
              <tr key={at}>
                <th scope="row">{label}</th>
                {cells.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <td key={column} data-found={isRefused(at + 2, column + 2)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
