import { useQuery } from "@tanstack/react-query";
import type { diffVersions } from "#api/plan-editing.ts";
import { call } from "../client.ts";
import { PageShape } from "../parts/shape.tsx";
import { isAbsent, written } from "../parts/written.ts";
import { useLanguage, useSay } from "../text/language.tsx";
import type { Difference } from "./answers.ts";
import { RefusedLine } from "./refused.tsx";
import type { Which } from "./view.ts";
import { usePlanWords } from "./words.ts";

/** One side of a comparison: a text of the plan, or one that is not saved. */
export type Text = Which | { readonly yaml: string };

/** What differs in two texts of a plan, in words and figures. */
export function Differences({ plan, from, to }: { readonly plan: string; readonly from: Text; readonly to: Text }) {
  const words = usePlanWords().difference;
  const found = useQuery({
    queryKey: ["plan-difference", plan, from, to],
    queryFn: () =>
      call<typeof diffVersions>("POST", "/api/plans/:plan/difference", { params: { plan }, body: { from, to } }),
  });
  if (found.isPending) return <PageShape rows={4} />;
  if (found.isError) return <RefusedLine error={found.error} />;
  const { differences } = found.data;
  return (
    <div className="differences">
      <p role="status">{differences.length === 0 ? words.none : words.count(differences.length)}</p>
      <ul>
        {differences.map((one) => (
          <DifferenceRow key={`${one.kind} ${one.list} ${one.id}`} difference={one} />
        ))}
      </ul>
    </div>
  );
}

function DifferenceRow({ difference: { kind, list, title, values } }: { readonly difference: Difference }) {
  const words = usePlanWords().difference;
  const say = useSay();
  const lists: Readonly<Record<string, string>> = words.lists;
  return (
    <li className="difference" data-kind={kind}>
      <p>
        <span className="difference-kind">{words[kind]}</span> <span className="quiet">{lists[list] ?? list}</span>{" "}
        <b>{say(title)}</b>
      </p>
      {values.length > 0 && (
        <dl>
          {values.map(({ what, before, after, moved }) => (
            <div key={what.da}>
              <dt>{say(what)}</dt>
              <dd>
                <del>{before === undefined ? words.absent : say(before)}</del>
                <span aria-hidden> → </span>
                <ins>{after === undefined ? words.absent : say(after)}</ins>
                <Moved moved={moved} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** How far a figure moved. */
function Moved({ moved }: Pick<Difference["values"][number], "moved">) {
  const language = useLanguage();
  if (moved === undefined || isAbsent(moved)) return null;
  return <span className="quiet"> ({written(moved, language, { sign: true })})</span>;
}
