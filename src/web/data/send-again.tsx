import { useNavigate, useParams } from "@tanstack/react-router";
import { Button } from "../parts/button.tsx";
import { useDataWords } from "./words.ts";

/** The way back to where a mended folder is sent. */
export function SendAgain({ municipality }: { readonly municipality?: string }) {
  const words = useDataWords().job;
  const navigate = useNavigate();
  const { plan = "" } = useParams({ strict: false });
  return (
    <div>
      <Button
        weight="main"
        onClick={() =>
          navigate({ to: "/plans/$plan/data", params: { plan }, search: { part: "imports", municipality } })
        }
      >
        {words.again}
      </Button>
    </div>
  );
}
