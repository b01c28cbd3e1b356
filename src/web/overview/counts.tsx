import { cannotBeSettled } from "#core/plans/evaluation/verdict.ts";
import type { Overview } from "../answers.ts";
import { VerdictMark } from "../parts/verdict.tsx";
import { verdictKey } from "../parts/verdict-key.ts";
import { useWords } from "../text/language.tsx";
import type { Change } from "./use-view.ts";
import type { OverviewView } from "./view.ts";

const families = ["settled", "under-way", "cannot-be-settled"] as const;

/** The goals counted by verdict, in three families; a press shows only those. */
export function Counts({
  overview: { counts, intentions },
  view,
  change,
}: {
  readonly overview: Overview;
  readonly view: OverviewView;
  readonly change: Change;
}) {
  const { overview } = useWords();
  return (
    <div className="counts">
      {families
        .map((family) => [family, mergedOf(counts, family)] as const)
        .filter(([, merged]) => merged.length > 0)
        .map(([family, merged]) => (
          <div key={family} className="count-family">
            <span className="small-title">{overview.families[family]}</span>
            <div className="count-row">
              {merged.map(({ key, verdict, count }) => (
                <button
                  key={key}
                  type="button"
                  className="count"
                  aria-pressed={view.status?.length === 1 && view.status[0] === key}
                  onClick={() => change({ status: view.status?.[0] === key ? undefined : [key] })}
                >
                  <b>{count}</b> <VerdictMark verdict={verdict} />
                </button>
              ))}
            </div>
          </div>
        ))}
      {intentions > 0 && <p className="quiet small">{overview.intentions(intentions)}</p>}
    </div>
  );
}

/** The counts of a family; every reason why a goal cannot be settled goes under one. */
function mergedOf(counts: Overview["counts"], family: (typeof families)[number]) {
  const byKey = Map.groupBy(
    counts.filter((one) => one.family === family && one.count > 0),
    verdictKey,
  );
  return [...byKey].map(([key, all]) => ({
    key,
    verdict: family === "cannot-be-settled" ? { ...all[0], ...cannotBeSettled } : all[0],
    count: all.reduce((sum, one) => sum + one.count, 0),
  }));
}
