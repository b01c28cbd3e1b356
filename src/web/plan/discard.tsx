import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { discardDraft } from "#api/plan-editing.ts";
import { call } from "../client.ts";
import { Button } from "../parts/button.tsx";
import { RefusedLine } from "./refused.tsx";
import { giveFile } from "./take-file.ts";
import type { Work } from "./use-work.ts";
import { usePlanWords } from "./words.ts";

/** Puts the draft away, after the question whether one is sure. */
export function Discarding({
  plan,
  work,
  onDone,
}: {
  readonly plan: string;
  readonly work: Work;
  readonly onDone: () => void;
}) {
  const words = usePlanWords().discard;
  const queries = useQueryClient();
  const discarding = useMutation({
    mutationFn: () =>
      call<typeof discardDraft>("DELETE", "/api/plans/:plan/draft", {
        params: { plan },
        body: { revision: work.base.draft?.revision ?? 0 },
      }),
    onSuccess: async () => {
      work.drop();
      onDone();
      await queries.invalidateQueries({ queryKey: ["plan-document", plan] });
    },
  });
  return (
    <>
      <p>{words.why}</p>
      <div className="row-of-buttons">
        <Button weight="main" busy={discarding.isPending} onClick={() => discarding.mutate()}>
          {words.yes}
        </Button>
        <Button weight="quiet" onClick={() => giveFile(`${plan}.yaml`, work.yaml)}>
          {words.file}
        </Button>
      </div>
      <RefusedLine error={discarding.error} />
    </>
  );
}
