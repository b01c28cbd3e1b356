import type { Text } from "#core/text/text.ts";
import { Refused } from "../client.ts";
import { ProblemLine } from "../parts/field.tsx";
import { useSay } from "../text/language.tsx";
import { useDataWords } from "./words.ts";

/** What the command line has an option for, and the form a field of the same name. */
const fields = ["area", "column", "rows", "numbers", "shares", "worksheet", "owner", "table", "indicator"] as const;

/** Everything that is wrong with the file, each with where it stands; nothing of it was kept. */
export function Wrong({ error }: { readonly error: unknown }) {
  const { seriesImport: words, job } = useDataWords();
  const say = useSay();
  const here = (mend: Text) => say(mend).replaceAll(/--(\w+)/g, (option, name: string) => fieldOf(name) ?? option);
  const fieldOf = (name: string) => {
    const field = fields.find((one) => one === name);
    return field && `«${words[field]}»`;
  };
  if (!(error instanceof Refused)) return <ProblemLine error={error} />;
  return (
    <section ref={bringIntoSight} role="alert" className="stack">
      <h3>{words.wrong(error.faults.length)}</h3>
      <ul className="notes">
        {error.faults.map(({ file, line, path, says, mend }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two faults may stand in one place
          <li key={at}>
            <b>
              {[
                file,
                line === undefined ? undefined : `${job.line.toLowerCase()} ${line}`,
                path === undefined || path === "" ? undefined : job.inColumn(path),
              ]
                .filter((one) => one !== undefined)
                .join(", ")}
            </b>{" "}
            {say(says)} {here(mend)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A long form must not hide what is wrong with it. */
function bringIntoSight(section: HTMLElement | null) {
  section?.scrollIntoView({ block: "nearest" });
}
