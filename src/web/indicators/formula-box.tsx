import { useSay } from "../text/language.tsx";
import type { Indicator } from "./answers.ts";
import { useIndicatorWords } from "./words.ts";

/** The formula in words: what is counted, or a numerator over a denominator. */
export function FormulaBox({ indicator: { formula, parameters } }: { readonly indicator: Indicator }) {
  const words = useIndicatorWords();
  const say = useSay();
  return (
    <section>
      <h2>{words.formula}</h2>
      {formula === undefined ? (
        <p>{words.noFormula}</p>
      ) : (
        <dl className="formula">
          <dt>{formula.denominator === undefined ? words.counted : words.numerator}</dt>
          <dd>{say(formula.numerator)}</dd>
          {formula.denominator !== undefined && (
            <>
              <dt>{words.denominator}</dt>
              <dd className="formula-below">{say(formula.denominator)}</dd>
            </>
          )}
        </dl>
      )}
      {formula !== undefined && parameters.length > 0 && <p className="quiet small">{words.formulaNote}</p>}
    </section>
  );
}
