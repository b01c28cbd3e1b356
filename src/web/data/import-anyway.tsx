import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import type { importRegister } from "#api/register.ts";
import { call } from "../client.ts";
import { Button } from "../parts/button.tsx";
import { ProblemLine } from "../parts/field.tsx";
import type { Job } from "./answers.ts";

/** What somebody has answered: that what the guard found is right, and that the good rows may come alone. */
export type Answer = { readonly accept?: boolean; readonly acceptPartial?: boolean; readonly reason?: string };

/** Imports the files of a job that was checked or stopped, with what somebody has answered, as a job of its own. */
export function useImport({ id, upload, municipality, name }: Job) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { plan = "" } = useParams({ strict: false });
  return useMutation({
    mutationFn: ({ reason, ...answer }: Answer) =>
      call<typeof importRegister>("POST", "/api/register/imports", {
        body: {
          municipality: municipality ?? "",
          upload: upload ?? id,
          ...(name !== undefined && { name }),
          ...answer,
        },
        ...(reason !== undefined && { reason }),
      }),
    onSuccess: async ({ job }) => {
      await queries.invalidateQueries({ queryKey: ["jobs"] });
      await navigate({ to: "/plans/$plan/data/imports/$job", params: { plan, job } });
    },
  });
}

/** A button that imports with an answer. */
export function ImportAnyway({
  job,
  answer = {},
  weight,
  children,
}: { readonly job: Job; readonly answer?: Answer } & Pick<ComponentProps<typeof Button>, "weight" | "children">) {
  const importing = useImport(job);
  return (
    <div className="stack">
      <div>
        <Button weight={weight} busy={importing.isPending} onClick={() => importing.mutate(answer)}>
          {children}
        </Button>
      </div>
      <ProblemLine error={importing.error} />
    </div>
  );
}
