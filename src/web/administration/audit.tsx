import { useQuery } from "@tanstack/react-query";
import type { exportAudit } from "#api/audit.ts";
import { addressOf } from "../client.ts";
import { useMay } from "../frame/use-may.ts";
import { useReach } from "../frame/use-reach.ts";
import { Button } from "../parts/button.tsx";
import { DownloadIcon } from "../parts/icons.ts";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { EntryTable } from "./entry-table.tsx";
import { Extract } from "./extract.tsx";
import { auditQuery } from "./queries.ts";
import { Verify } from "./verify.tsx";
import type { AdministrationView, Change } from "./view.ts";
import { useAdministrationWords } from "./words.ts";

/** What has been done, by whom, and who was refused; whether the log is whole; and what a citizen is told of it. */
export function Audit({ view, change }: { readonly view: AdministrationView; readonly change: Change }) {
  const words = useAdministrationWords().audit;
  const mayVerify = useMay("verify-audit");
  const reaches = useReach();
  const { actor, act, person, outcome, from, to, before } = view;
  const list = useQuery(auditQuery({ actor, act, person, outcome, from, to, before, limit: 50 }));
  if (list.isPending) return <PageShape rows={16} />;
  if (list.isError) return <Problem error={list.error} retry={() => list.refetch()} />;
  const { entries, next } = list.data;
  return (
    <>
      <p className="lead">{words.lead}</p>
      <AuditFilters key={JSON.stringify(view)} view={view} change={change} />
      <div className="seek-line">
        <span role="status" className="quiet small">
          {words.shown(entries.length)}
        </span>
        {reaches("export-audit") && (
          <a className="download" href={addressOf<typeof exportAudit>("/api/audit/export")} download>
            <DownloadIcon aria-hidden /> {words.export}
          </a>
        )}
      </div>
      {entries.length === 0 ? (
        <div className="empty">
          <p className="small-title">{words.none}</p>
          <p>{words.noneMend}</p>
        </div>
      ) : (
        <EntryTable entries={entries} isBusy={list.isPlaceholderData} />
      )}
      <div className="row-of-buttons no-print">
        {before !== undefined && <Button onClick={() => change({ before: undefined })}>{words.newest}</Button>}
        {next !== undefined && <Button onClick={() => change({ before: next })}>{words.older}</Button>}
      </div>
      <div className="audit-tools no-print">
        {mayVerify && <Verify />}
        {reaches("extract-audit") && <Extract />}
      </div>
    </>
  );
}
