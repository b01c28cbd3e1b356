import { useSay } from "../text/language.tsx";
import type { Job } from "./answers.ts";
import { SendAgain } from "./send-again.tsx";
import { useDataWords } from "./words.ts";

/** Why a job could not be done at all, and what to do. */
export function JobFaults({ faults }: { readonly faults: NonNullable<Job["faults"]> }) {
  const words = useDataWords().job;
  const say = useSay();
  return (
    <section className="stack" role="alert">
      <p className="lead">{words.failed}</p>
      <ul className="notes">
        {faults.map(({ code, file, line, says, mend }) => (
          <li key={`${code} ${file} ${line}`}>
            {say(says)} {say(mend)}
          </li>
        ))}
      </ul>
      <SendAgain />
    </section>
  );
}
