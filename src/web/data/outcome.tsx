import { Link, useParams } from "@tanstack/react-router";
import { writeNumber } from "#core/figures/write.ts";
import type { DataWords } from "../text/data/da.ts";
import { useLanguage } from "../text/language.tsx";
import type { Job, Report } from "./answers.ts";
import { Faults } from "./faults.tsx";
import { Guard } from "./guard.tsx";
import { IfAccepted } from "./if-accepted.tsx";
import { ImportAnyway } from "./import-anyway.tsx";
import { rowsOf } from "./job-words.ts";
import { Read } from "./read.tsx";
import { useDataWords } from "./words.ts";

/** What came of a job in a sentence, then what is to be mended or decided, then how the files were read. */
export function Outcome({ job, report }: { readonly job: Job; readonly report: Report }) {
  const all = useDataWords();
  const words = all.job;
  const language = useLanguage();
  const { plan = "" } = useParams({ strict: false });
  const number = (value: number) => writeNumber(value, { language });
  const { outcome, findings, faultCount } = report;
  const isIn = outcome === "imported" || outcome === "unchanged";
  // The guard is answered once the faults are mended or let be: what is decided must be what is loaded.
  const asksGuard = !isIn && findings.length > 0 && (faultCount === 0 || outcome === "stopped");
  return (
    <>
      <p className="lead" role="status">
        {saidOf(report, all, number)}
      </p>
      {isIn && (
        <p>
          {words.importedWhy}{" "}
          <Link to="/plans/$plan/data" params={{ plan }} search={{ part: "snapshots", snapshot: report.id }}>
            {words.seeSnapshot}
          </Link>
        </p>
      )}
      {faultCount > 0 && outcome !== "stopped" && <Faults job={job} report={report} isIn={isIn} />}
      {report.goals !== undefined && <IfAccepted goals={report.goals} />}
      {asksGuard && <Guard job={job} findings={findings} withoutFaulty={faultCount > 0} />}
      {outcome === "checked" && faultCount === 0 && findings.length === 0 && (
        <ImportAnyway job={job} weight="main">
          {words.importNow}
        </ImportAnyway>
      )}
      <Read report={report} />
    </>
  );
}

function saidOf(report: Report, { job: words, count }: DataWords, number: (value: number) => string): string {
  const { outcome, name, faults, faultCount, findings } = report;
  const counted = (value: number, [one, many]: readonly string[]) => count(number(value), one, many);
  const rows = number(rowsOf(report));
  if (outcome === "imported") return words.imported(name, rows);
  if (outcome === "unchanged") return words.unchanged(name);
  if (outcome === "stopped") return words.stopped(counted(findings.length, words.questions));
  if (faultCount === 0)
    return findings.length === 0
      ? words.checkedFine(name, rows)
      : words.stopped(counted(findings.length, words.questions));
  const kinds = faults.length === 1 ? words.kinds[0] : `${number(faults.length)} ${words.kinds[1]}`;
  return words[outcome === "faulty" ? "faulty" : "checkedFaulty"](counted(faultCount, words.faults), kinds);
}
