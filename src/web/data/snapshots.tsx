import { useQuery } from "@tanstack/react-query";
import { writeNumber } from "#core/figures/write.ts";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useLanguage, wordsOfDay } from "../text/language.tsx";
import type { Snapshot } from "./answers.ts";
import { snapshotsQuery } from "./queries.ts";
import { Holding } from "./snapshot.tsx";
import { StateMark } from "./state-mark.tsx";
import type { Change, DataPageView } from "./view.ts";
import { useDataWords } from "./words.ts";

/** Every imported register: what it holds, where that came from, and whether it may be used. */
export function Snapshots({ view, change }: { readonly view: DataPageView; readonly change: Change }) {
  const words = useDataWords().snapshots;
  const list = useQuery(snapshotsQuery);
  if (list.isPending) return <PageShape rows={6} />;
  if (list.isError) return <Problem error={list.error} retry={() => list.refetch()} />;
  const all = list.data.snapshots;
  const withdrawn = all.filter((one) => one.withdrawn !== undefined).length;
  if (all.length === 0)
    return (
      <div className="empty">
        <p className="small-title">{words.none}</p>
        <p>{words.noneMend}</p>
      </div>
    );
  return (
    <>
      <p className="lead">{words.says(all.length - withdrawn, withdrawn)}</p>
      <p className="quiet small">{words.why}</p>
      <div className="snapshots">
        {all.map((one) => (
          <Line
            key={one.id}
            one={one}
            isOpen={view.snapshot === one.id}
            onOpen={(isOpen) => change({ snapshot: isOpen ? one.id : undefined })}
          />
        ))}
      </div>
    </>
  );
}

function Line({
  one,
  isOpen,
  onOpen,
}: {
  readonly one: Snapshot;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}) {
  const words = useDataWords().snapshots;
  const language = useLanguage();
  const rows = one.tables.reduce((sum, table) => sum + table.rows, 0);
  const state = one.withdrawn === undefined ? "usable" : "withdrawn";
  return (
    <details open={isOpen}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is pressed as a button is */}
      <summary
        onClick={(event) => {
          event.preventDefault();
          onOpen(!isOpen);
        }}
      >
        <b>{one.name}</b>
        <span>{words.extracted(wordsOfDay(one.extracted, language))}</span>
        <span className="quiet">{one.simulated ? words.simulated : words.own}</span>
        <span className="quiet">{words.rows(writeNumber(rows, { language }))}</span>
        <StateMark state={state}>{words[state]}</StateMark>
      </summary>
      {isOpen && <Holding one={one} />}
    </details>
  );
}
