import { Refused } from "../client.ts";
import { useSay, useWords } from "../text/language.tsx";

/** What the server would not do and what to do now, in a line; nothing where there is no error. */
export function RefusedLine({ error }: { readonly error: unknown }) {
  const say = useSay();
  const words = useWords();
  if (error === null || error === undefined) return null;
  return (
    <p className="refused" role="alert">
      {error instanceof Refused ? `${say(error.title)} ${say(error.detail)}` : words.problem.broke}
    </p>
  );
}
