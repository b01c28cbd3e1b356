import { useNavigate, useParams } from "@tanstack/react-router";
import { Fragment, useState } from "react";
import { Dialog } from "../parts/dialog.tsx";
import { useWords } from "../text/language.tsx";
import { places } from "./places.ts";
import { useKeys } from "./use-keys.ts";

/** `g` and a letter go to a place, `?` lists every key. */
export function KeyList() {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const { plan } = useParams({ strict: false });
  const ways =
    plan === undefined ? [] : places.map(({ key, to }) => [`g ${key}`, () => navigate({ to, params: { plan } })]);
  useKeys({ ...Object.fromEntries(ways), "?": () => setOpen(true) });
  return (
    <Dialog title={words.keys.title} isOpen={isOpen} onClose={() => setOpen(false)}>
      <Listed />
    </Dialog>
  );
}

function Listed() {
  const { keys, places: names } = useWords();
  const rows: readonly (readonly [readonly string[], string])[] = [
    [["/"], keys.search],
    ...places.map(({ name, key }) => [["g", key], keys.go(names[name])] as const),
    [["↑", "↓", "←", "→"], keys.arrows],
    [["Enter"], keys.open],
    [["Esc"], keys.close],
    [["d"], keys.dense],
    [["?"], keys.help],
  ];
  return (
    <dl className="key-list">
      {rows.map(([struck, says]) => (
        <Fragment key={says}>
          <dt>
            {struck.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{says}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
