import { useQuery } from "@tanstack/react-query";
import { useReach } from "../frame/use-reach.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useLanguage, wordsOfDay } from "../text/language.tsx";
import type { Unit } from "./answers.ts";
import { unitsQuery } from "./queries.ts";
import { UnitForm } from "./unit-form.tsx";
import { type AdministrationView, type Change, NEW } from "./view.ts";
import { useWhere } from "./where.ts";
import { useAdministrationWords } from "./words.ts";

/** The teams and departments that goals and roles can belong to. */
export function Units({ view, change }: { readonly view: AdministrationView; readonly change: Change }) {
  const words = useAdministrationWords().units;
  const reaches = useReach();
  const list = useQuery(unitsQuery);
  if (list.isPending) return <PageShape rows={6} />;
  if (list.isError) return <Problem error={list.error} retry={() => list.refetch()} />;
  const { units } = list.data;
  const mayWrite = reaches("write-units");
  const closed = units.filter((unit) => unit.closed !== undefined).length;
  const open = units.find(({ id }) => id === view.unit);
  const close = () => change({ unit: undefined });
  return (
    <>
      <p className="lead">{words.says(units.length - closed, closed)}</p>
      <p className="quiet small">{words.why}</p>
      {mayWrite && (
        <div>
          <Button onClick={() => change({ unit: NEW })}>{words.add}</Button>
        </div>
      )}
      {units.length === 0 ? (
        <div className="empty">
          <p className="small-title">{words.none}</p>
          <p>{words.noneMend}</p>
        </div>
      ) : (
        <UnitTable units={units} onOpen={mayWrite ? (unit) => change({ unit }) : undefined} />
      )}
      <Dialog
        title={open === undefined ? words.add : words.change(open.name)}
        isOpen={mayWrite && (open !== undefined || view.unit === NEW)}
        onClose={close}
      >
        <UnitForm unit={open} units={units} onDone={close} />
      </Dialog>
    </>
  );
}

function UnitTable({
  units,
  onOpen,
}: {
  readonly units: readonly Unit[];
  readonly onOpen: ((id: string) => void) | undefined;
}) {
  const { units: words, sections } = useAdministrationWords();
  const language = useLanguage();
  const where = useWhere();
  return (
    <table className="plain-table stacking">
      <caption className="visually-hidden">{sections.units}</caption>
      <thead>
        <tr>
          {(["name", "municipality", "partOf", "closed"] as const).map((name) => (
            <th key={name} scope="col">
              {words.headings[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map(({ id, name, municipality, partOf, closed }) => (
          <tr key={id}>
            <td>
              {onOpen === undefined ? (
                name
              ) : (
                <button type="button" className="name-button" onClick={() => onOpen(id)}>
                  {name}
                </button>
              )}
              <span className="quiet table-line">{id}</span>
            </td>
            <td data-heading={words.headings.municipality}>{where(municipality)}</td>
            <td data-heading={words.headings.partOf}>
              {partOf === undefined ? "–" : (units.find((unit) => unit.id === partOf)?.name ?? partOf)}
            </td>
            <td data-heading={words.headings.closed}>
              {closed === undefined ? words.open : wordsOfDay(closed, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
