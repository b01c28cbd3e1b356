import { useSay } from "../text/language.tsx";
import type { DocumentTable } from "./answers.ts";
import { Source } from "./source.tsx";

/** A table of the plan as it is printed: figures to the right, totals heavier, a dash where there is none. */
export function TableBlock({ table, marked }: { readonly table: DocumentTable; readonly marked: ReadonlySet<string> }) {
  const say = useSay();
  return (
    <figure className="plan-table" id={`tables.${table.id}`} tabIndex={-1}>
      <figcaption>
        <span className="small-title">{say(table.title)}</span> <Source source={table.source} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="plan-table-view" tabIndex={0} aria-label={say(table.title)}>
        <table>
          <thead>
            <tr>
              <td />
              {table.columns.map(({ id, label }) => (
                <th key={id} scope="col">
                  {say(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.id} data-total={row.total}>
                <th scope="row">{say(row.label)}</th>
                {table.columns.map((column, at) => {
                  const place = `tables.${table.id}.${row.id}.${column.id}`;
                  return (
                    <td
                      key={column.id}
                      id={place}
                      tabIndex={-1}
                      data-total={column.total}
                      data-found={marked.has(place)}
                    >
                      {row.cells[at] ?? "–"}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {table.note !== undefined && <p className="quiet small">{say(table.note)}</p>}
    </figure>
  );
}
