import { writeNumber } from "#core/figures/write.ts";
import { Button } from "../parts/button.tsx";
import { saveFile } from "../parts/save.ts";
import { useLanguage, useSay } from "../text/language.tsx";
import type { FaultGroup, Job, Report } from "./answers.ts";
import { faultCsv } from "./fault-csv.ts";
import { ImportAnyway } from "./import-anyway.tsx";
import { SendAgain } from "./send-again.tsx";
import { useDataWords } from "./words.ts";

/** What is wrong with the files, gathered by what is mended alike: where it stands, what stands there, and what to do. */
export function Faults({ job, report, isIn }: { readonly job: Job; readonly report: Report; readonly isIn: boolean }) {
  const words = useDataWords().job;
  const language = useLanguage();
  const say = useSay();
  const rejected = report.tables.reduce((sum, one) => sum + one.rejected, 0);
  const save = () => saveFile(`${report.name}-fejl.csv`, faultCsv(report.faults, words, say), "text/csv;charset=utf-8");
  return (
    <section className="stack">
      <div className="data-head">
        <h2>{words.faultsTitle}</h2>
        <Button weight="quiet" onClick={save}>
          {words.faultsFile}
        </Button>
      </div>
      <p className="quiet small">{words.faultsWhy}</p>
      {report.faults.map((group) => (
        <Group key={`${group.code} ${group.file} ${group.path}`} group={group} />
      ))}
      {!isIn && <SendAgain municipality={job.municipality} />}
      {!isIn && rejected > 0 && (
        <details className="partial">
          <summary>{words.partial(writeNumber(rejected, { language }))}</summary>
          <p>{words.partialWhy}</p>
          <ImportAnyway job={job} answer={{ acceptPartial: true }}>
            {words.partial(writeNumber(rejected, { language }))}
          </ImportAnyway>
        </details>
      )}
    </section>
  );
}

function Group({ group: { file, path, says, mend, count, places } }: { readonly group: FaultGroup }) {
  const { job: words, count: counted } = useDataWords();
  const language = useLanguage();
  const say = useSay();
  const number = (value: number | undefined) => (value === undefined ? "–" : String(value));
  const more = count - places.length;
  return (
    <article className="fault-group">
      <h3>
        {[file, path === undefined ? undefined : words.inColumn(path)].filter(Boolean).join(", ")}{" "}
        <span className="quiet">{counted(writeNumber(count, { language }), words.faults[0], words.faults[1])}</span>
      </h3>
      <p>{say(says)}</p>
      <p>
        <b>{words.mend}:</b> {say(mend)}
      </p>
      <table className="plain-table fault-places">
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ line, column, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two faults may stand in one place
            <tr key={at}>
              <td>{number(line)}</td>
              <td>{number(column)}</td>
              <td>
                {value === undefined || value === "" ? (
                  <span className="quiet">{words.noValue}</span>
                ) : (
                  <code>{value}</code>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="quiet small">{words.more(writeNumber(more, { language }))}</p>}
    </article>
  );
}
