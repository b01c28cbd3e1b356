import { missingReasons, missingWords } from "#core/figures/figure.ts";
import type { Verdict } from "../answers.ts";
import { useLanguage, useSay } from "../text/language.tsx";
import { verdictKey } from "./verdict-key.ts";

type Stand = Pick<Verdict, "family" | "value" | "word" | "shape">;

/** A verdict as shape, word and colour; it can be read without the colour. */
export function VerdictMark({ verdict }: { readonly verdict: Stand }) {
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

/** In a few words why a goal cannot be settled; nothing of one that can. */
export function WhyUnsettled({ verdict: { family, value } }: { readonly verdict: Stand }) {
  const language = useLanguage();
  const reason = family === "cannot-be-settled" ? missingReasons.find((one) => one === value) : undefined;
  return reason === undefined ? null : <span className="why-unsettled">{missingWords[reason][language]}</span>;
}
