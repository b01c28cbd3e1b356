import { useQuery } from "@tanstack/react-query";
import type { Format } from "#core/exports/formats.ts";
import { sessionQuery } from "../frame/queries.ts";
import { ExportMenu } from "../parts/export-menu.tsx";
import { useLanguage } from "../text/language.tsx";

/** The figures of the page as files, for who may take them along; `address` ends where the language is added. */
export function FigureFiles({ address }: { readonly address: (format: Format) => string }) {
  const language = useLanguage();
  const may = useQuery(sessionQuery).data?.user?.may.includes("export-figures") === true;
  return <ExportMenu addressOf={may ? (format) => `${address(format)}&language=${language}` : undefined} />;
}
