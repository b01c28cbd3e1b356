import { useQuery } from "@tanstack/react-query";
import { useSay } from "../text/language.tsx";
import type { Dimension, Indicator } from "./answers.ts";
import { vocabularyQuery } from "./queries.ts";
import { useIndicatorWords } from "./words.ts";

/** What an indicator can be broken down by, each with its codes. */
export function Dimensions({ indicator: { dimensions } }: { readonly indicator: Indicator }) {
  const words = useIndicatorWords();
  const say = useSay();
  const all = useQuery(vocabularyQuery).data?.dimensions ?? [];
  return (
    <section>
      <h2>{words.dimensions}</h2>
      {dimensions.length === 0 ? (
        <p>{words.noDimensions}</p>
      ) : (
        <ul className="dimensions">
          {dimensions.map(({ id, label }) => {
            const known = all.find((one) => one.id === id);
            return known === undefined || known.codes.length === 0 ? (
              <li key={id}>
                {say(label)} <span className="quiet small">{known?.form === "age" ? words.age : words.free}</span>
              </li>
            ) : (
              <li key={id}>
                <Codes dimension={known} />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Codes({ dimension: { label, codes } }: { readonly dimension: Dimension }) {
  const words = useIndicatorWords();
  const say = useSay();
  return (
    <details>
      <summary>
        {say(label)} <span className="quiet small">{words.codes(codes.length)}</span>
      </summary>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code.id}>
            {say(code.label)} <code className="quiet">{code.id}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
