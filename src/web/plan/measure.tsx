import { useContext, useState } from "react";
import { Button } from "../parts/button.tsx";
import { CloseIcon } from "../parts/icons.ts";
import { useSay } from "../text/language.tsx";
import { Offered } from "./blanks.tsx";
import { type FormProps, NamedField } from "./sentence.tsx";
import { usePlanWords } from "./words.ts";

/** What a part is measured by: its indicator, its codes, its area; or why it cannot be measured. */
export function Measure(props: FormProps) {
  const { values, prefix } = props;
  const lacks = (values[`${prefix}indicator`] ?? "") === "";
  return (
    <div className="fields">
      <NamedField {...props} blank={{ path: "indicator", takes: "indicator" }} />
      <NamedField {...props} blank={{ path: "area", takes: "area" }} />
      <Filters {...props} />
      {lacks && <NamedField {...props} blank={{ path: "noIndicator.da", takes: "words" }} />}
      {lacks && <NamedField {...props} blank={{ path: "noIndicator.en", takes: "words" }} />}
    </div>
  );
}

/** The codes that narrow what is measured. */
function Filters({ values, prefix, onWrite }: FormProps) {
  const words = usePlanWords().form;
  const say = useSay();
  const { known } = useContext(Offered);
  const [dimension, setDimension] = useState("");
  const head = `${prefix}where.`;
  const set = Object.entries(values).filter(([path, written]) => path.startsWith(head) && written !== "");
  const nameOf = (id: string) => say(known.dimensions.find((one) => one.id === id)?.label ?? { da: id, en: id });
  const free = known.dimensions.filter(({ id }) => (values[`${head}${id}`] ?? "") === "");
  return (
    <>
      {set.map(([path, written]) => {
        const id = path.slice(head.length);
        return (
          <div key={path} className="field">
            <span className="field-name">{nameOf(id)}</span>
            <span className="field-line">
              <Codes id={id} path={path} written={written} onWrite={(code) => onWrite({ ...values, [path]: code })} />
              <Button
                weight="quiet"
                icon={<CloseIcon aria-hidden />}
                aria-label={words.dropFilter(nameOf(id))}
                onClick={() => onWrite({ ...values, [path]: "" })}
              />
            </span>
          </div>
        );
      })}
      <div className="field">
        <span className="field-name" aria-hidden>
          {words.dimension}
        </span>
        <span className="field-line">
          <select aria-label={words.dimension} value={dimension} onChange={({ target }) => setDimension(target.value)}>
            <option value="">{words.empty}</option>
            {free.map(({ id, label }) => (
              <option key={id} value={id}>
                {say(label)}
              </option>
            ))}
          </select>
          <Button
            weight="quiet"
            disabled={dimension === ""}
            onClick={() => {
              const codes = known.dimensions.find(({ id }) => id === dimension)?.codes ?? [];
              onWrite({ ...values, [`${head}${dimension}`]: codes[0]?.id ?? "16-66" });
              setDimension("");
            }}
          >
            {words.addFilter}
          </Button>
        </span>
      </div>
    </>
  );
}

/** One code of a list, or several joined by `+` as they are written. */
function Codes({
  id,
  path,
  written,
  onWrite,
}: {
  readonly id: string;
  readonly path: string;
  readonly written: string;
  readonly onWrite: (code: string) => void;
}) {
  const words = usePlanWords().form;
  const say = useSay();
  const { known, faultAt } = useContext(Offered);
  const dimension = known.dimensions.find((one) => one.id === id);
  const codes = dimension?.codes ?? [];
  const name = words.code(dimension === undefined ? id : say(dimension.label));
  const told = { "aria-label": name, "aria-invalid": faultAt(path) !== undefined, "data-path": path };
  if (codes.length === 0 || written.includes("+"))
    return (
      <input
        {...told}
        type="text"
        className="blank"
        value={written}
        size={Math.max(6, written.length)}
        onChange={({ target }) => onWrite(target.value)}
      />
    );
  return (
    <select {...told} className="blank" value={written} onChange={({ target }) => onWrite(target.value)}>
      {!codes.some((one) => one.id === written) && <option value={written}>{written}</option>}
      {codes.map((one) => (
        <option key={one.id} value={one.id}>
          {say(one.label)}
        </option>
      ))}
    </select>
  );
}
