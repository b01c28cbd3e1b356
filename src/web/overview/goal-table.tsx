import type { GoalRow, Overview } from "../answers.ts";
import { Button } from "../parts/button.tsx";
import { moveInTable } from "../parts/table-arrows.ts";
import { useSay, useWords } from "../text/language.tsx";
import { GoalRowCells } from "./goal-row.tsx";
import type { Change } from "./use-view.ts";
import { columns, type OverviewView, pressed, sortable } from "./view.ts";

/** One row a goal: under its track in the plan's order, or all together in the order of a column. */
export function GoalTable({
  goals,
  tracks,
  all,
  view,
  change,
}: {
  readonly goals: readonly GoalRow[];
  readonly tracks: Overview["tracks"];
  readonly all: number;
  readonly view: OverviewView;
  readonly change: Change;
}) {
  const words = useWords().overview;
  const say = useSay();
  if (goals.length === 0)
    return (
      <div className="empty">
        <p className="small-title">{all === 0 ? words.noGoals : words.none}</p>
        <p>{all === 0 ? words.noGoalsMend : words.noneMend}</p>
        {all > 0 && (
          <Button onClick={() => change({ track: undefined, group: undefined, status: undefined, unit: undefined })}>
            {words.clear}
          </Button>
        )}
      </div>
    );
  const hasChances = goals.some(({ chance }) => chance !== undefined);
  const shown = columns.filter((column) => !(view.hide ?? []).includes(column) && (column !== "chance" || hasChances));
  const groups =
    view.sort === undefined
      ? tracks.map(({ id, title }) => ({ id, title: say(title), goals: goals.filter(({ track }) => track === id) }))
      : [{ id: "all", title: undefined, goals }];
  return (
    <table className="goals" data-rows={view.rows} onKeyDown={moveInTable}>
      <caption className="visually-hidden">{words.question}</caption>
      <thead>
        <tr>
          <Heading column="title" view={view} change={change} />
          {shown.map((column) => (
            <Heading key={column} column={column} view={view} change={change} />
          ))}
        </tr>
      </thead>
      {groups
        .filter((group) => group.goals.length > 0)
        .map((group) => (
          <tbody key={group.id}>
            {group.title !== undefined && (
              <tr className="group-row">
                <th colSpan={shown.length + 1} scope="rowgroup">
                  {group.title}
                </th>
              </tr>
            )}
            {group.goals.map((goal) => (
              <GoalRowCells key={goal.id} goal={goal} columns={shown} />
            ))}
          </tbody>
        ))}
    </table>
  );
}

function Heading({
  column,
  view,
  change,
}: {
  readonly column: "title" | (typeof columns)[number];
  readonly view: OverviewView;
  readonly change: Change;
}) {
  const words = useWords().overview;
  const key = sortable.find((one) => one === column);
  const order = key === undefined || view.sort !== key ? "none" : view.order === "down" ? "descending" : "ascending";
  const name = words.headings[column];
  return (
    <th scope="col" className={`column-${column}`} aria-sort={key === undefined ? undefined : order}>
      {key === undefined ? (
        name
      ) : (
        <button
          type="button"
          className="sort"
          data-order={order}
          title={words.sortBy(name)}
          onClick={() => change(pressed(view, key))}
        >
          {name}
        </button>
      )}
    </th>
  );
}
