import { useLanguage, useSay, wordsOfDay } from "../text/language.tsx";
import type { Grant } from "./answers.ts";
import { useWhere } from "./where.ts";
import { useAdministrationWords } from "./words.ts";

/** Which roles somebody has, and where: a line a role that is held alike in several places. */
export function GrantWords({ grants }: { readonly grants: readonly Grant[] }) {
  const say = useSay();
  const where = useWhere();
  const days = useDays();
  const alike = Map.groupBy(grants, ({ label, from, to }) => `${say(label)} ${from} ${to}`);
  return [...alike].map(([key, group]) => {
    const places = group.map(({ municipality, unit }) => where(municipality, unit));
    return (
      <span key={key} className="table-line">
        <b>{say(group[0].label)}</b> · {places.join(", ")}
        {days(group[0])}
      </span>
    );
  });
}

/** Says from and until which day a role is held; nothing where it is for good. */
export function useDays(): (grant: Pick<Grant, "from" | "to">) => string {
  const words = useAdministrationWords();
  const language = useLanguage();
  return ({ from, to }) => {
    const parts = [
      from === undefined ? "" : words.day(wordsOfDay(from, language)),
      to === undefined ? "" : words.until(wordsOfDay(to, language)),
    ].filter(Boolean);
    return parts.length === 0 ? "" : ` (${parts.join(" ")})`;
  };
}
