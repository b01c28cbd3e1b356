import type { Text } from "#core/text/text.ts";
import { useSay } from "../text/language.tsx";

/** A few sentences under a heading; nothing where there are none. */
export function Said({ title, texts }: { readonly title: string; readonly texts: readonly Text[] }) {
  const say = useSay();
  if (texts.length === 0) return null;
  return (
    <>
      <h3 className="said-title">{title}</h3>
      <ul className="notes">
        {texts.map((text) => (
          <li key={text.da}>{say(text)}</li>
        ))}
      </ul>
    </>
  );
}
