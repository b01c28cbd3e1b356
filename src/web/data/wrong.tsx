import { Refused } from "../client.ts";
import { ProblemLine } from "../parts/field.tsx";
import { useSay } from "../text/language.tsx";
import { useDataWords } from "./words.ts";

/** Everything that is wrong with the file, each with where it stands; nothing of it was kept. */
export function Wrong({ error }: { readonly error: unknown }) {
  const { seriesImport: words, job } = useDataWords();
  const say = useSay();

  if (!(error instanceof Refused)) return <ProblemLine error={error} />;
  return (
    <section role="alert" className="stack">
      <h3>{words.wrong(error.faults.length)}</h3>
      <ul className="notes">
        {error.faults.map(({ file, line, column, path, says, mend }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two faults may stand in one place
          <li key={at}>
            <b>
              {[file, line === undefined ? path : `${job.line.toLowerCase()} ${line}`, column]
                .filter((one) => one !== undefined)
                .join(", ")}
            </b>{" "}
            {say(says)} {say(mend)}
          </li>
        ))}
      </ul>
    </section>
  );
}
