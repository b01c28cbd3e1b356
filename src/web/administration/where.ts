import { useQuery } from "@tanstack/react-query";
import { ALL } from "#core/access/decide.ts";
import { vocabularyQuery } from "../indicators/queries.ts";
import { codeInWords } from "../indicators/where-words.ts";
import { useSay } from "../text/language.tsx";
import { unitsQuery } from "./queries.ts";
import { useAdministrationWords } from "./words.ts";

/** Says where something holds: a municipality by name, or all of them, and the unit when there is one. */
export function useWhere(): (municipality: string, unit?: string) => string {
  const words = useAdministrationWords();
  const say = useSay();
  const vocabulary = useQuery(vocabularyQuery).data;
  const units = useQuery(unitsQuery).data?.units ?? [];
  return (municipality, unit) => {
    const place = municipality === ALL ? words.everywhere : codeInWords("municipality", municipality, vocabulary, say);
    return unit === undefined ? place : `${place}, ${units.find(({ id }) => id === unit)?.name ?? unit}`;
  };
}
