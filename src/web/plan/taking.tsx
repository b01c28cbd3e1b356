import { useQuery } from "@tanstack/react-query";
import { Button } from "../parts/button.tsx";
import { askReading } from "./ask.ts";
import { Faults } from "./check.tsx";
import { Differences } from "./difference.tsx";
import { RefusedLine } from "./refused.tsx";
import { usePlanWords } from "./words.ts";

/** A file that somebody chose: whether it is a plan, and what it would change. */
export function Taking({
  plan,
  yaml,
  taken,
  onTake,
}: {
  readonly plan: string;
  /** The text as it is now. */
  readonly yaml: string;
  readonly taken: string;
  readonly onTake: () => void;
}) {
  const words = usePlanWords();
  const read = useQuery({ queryKey: ["plan-reading", plan, taken], queryFn: () => askReading(plan, taken) });
  const faults = read.data?.faults ?? [];
  return (
    <div className="stack">
      <p role="status">{read.data === undefined ? words.paste.waiting : words.file.faults(faults.length)}</p>
      {faults.length > 0 && (
        <div className="scrolled">
          <Faults faults={faults} />
        </div>
      )}
      <div className="row-of-buttons">
        <Button weight="main" disabled={read.data === undefined} onClick={onTake}>
          {words.file.take}
        </Button>
      </div>
      <RefusedLine error={read.error} />
      {read.data?.document !== undefined && (
        <div className="scrolled">
          <h3>{words.file.differences}</h3>
          <Differences plan={plan} from={{ yaml }} to={{ yaml: taken }} />
        </div>
      )}
    </div>
  );
}
