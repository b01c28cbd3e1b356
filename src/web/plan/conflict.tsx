import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../parts/button.tsx";
import { Differences } from "./difference.tsx";
import { documentQuery } from "./query.ts";
import { giveFile } from "./take-file.ts";
import type { Work } from "./use-work.ts";
import { usePlanWords } from "./words.ts";

/** Somebody else has saved: what that means, and every way on; none of them loses a word unasked. */
export function Conflict({ plan, work }: { readonly plan: string; readonly work: Work }) {
  const words = usePlanWords();
  const queries = useQueryClient();
  const [isCompared, setCompared] = useState(false);
  const theirs = () => queries.fetchQuery({ ...documentQuery(plan, undefined), staleTime: 0 });
  return (
    <section className="conflict" role="alert">
      <h2>{words.conflict.title}</h2>
      <p>{words.conflict.why}</p>
      <div className="row-of-buttons">
        {work.kept?.byHand === false && (
          <Button weight="main" onClick={async () => work.mergeOnto(await theirs())}>
            {words.conflict.over}
          </Button>
        )}
        <Button onClick={() => setCompared(!isCompared)}>{words.conflict.compare}</Button>
        <Button onClick={() => giveFile(`${plan}.yaml`, work.yaml)}>{words.conflict.file}</Button>
        <Button
          weight="quiet"
          onClick={async () => {
            await theirs();
            work.drop();
          }}
        >
          {words.conflict.theirs}
        </Button>
      </div>
      {work.kept?.byHand === false && <p className="quiet small">{words.conflict.overWhy}</p>}
      {isCompared && <Differences plan={plan} from="draft" to={{ yaml: work.yaml }} />}
    </section>
  );
}
