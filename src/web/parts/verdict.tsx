import type { Verdict } from "../answers.ts";
import { useSay } from "../text/language.tsx";
import { verdictKey } from "./verdict-key.ts";

/** A verdict as shape, word and colour; it can be read without the colour. */
export function VerdictMark({ verdict }: { readonly verdict: Pick<Verdict, "family" | "value" | "word" | "shape"> }) {
  const say = useSay();
  return (
    <span className="verdict" data-verdict={verdictKey(verdict)}>
      <span className="verdict-shape" aria-hidden>
        {verdict.shape}
      </span>
      {say(verdict.word)}
    </span>
  );
}
