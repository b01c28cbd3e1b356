import type { Format } from "#core/exports/formats.ts";
import { useWords } from "../text/language.tsx";
import { Menu, MenuItem, MenuLink } from "./menu.tsx";

/** The forms a person can have figures in, the most wanted first. */
const offered = ["xlsx", "excel.csv", "csv", "json-stat", "parquet"] as const satisfies readonly Format[];

/** The page as files, as a link, and on paper; without `addressOf`, only what needs no right to export. */
export function ExportMenu({ addressOf }: { readonly addressOf: ((format: Format) => string) | undefined }) {
  const { app, exports } = useWords();
  return (
    <Menu label={exports.label}>
      {addressOf !== undefined &&
        offered.map((format) => (
          <MenuLink key={format} href={addressOf(format)} download>
            {exports[format]}
          </MenuLink>
        ))}
      <MenuItem onSelect={() => navigator.clipboard.writeText(location.href)}>{app.copyLink}</MenuItem>
      {/* The menu must be gone from the page before it is printed. */}
      <MenuItem onSelect={() => setTimeout(print)}>{app.print}</MenuItem>
    </Menu>
  );
}
