import { faultTable } from "#core/faults/table.ts";
import type { Text } from "#core/text/text.ts";

/** `docs/errors.md`: the fault table as a page, by code. */
export function errorsPage(): string {
  const rows = Object.entries(faultTable).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const lines = rows.map(([code, { status, says, mend }]) => {
    const cell = (language: keyof Text) => `${says[language]} ${mend[language]}`.replaceAll("|", "\\|");
    return `| \`${code}\` | ${status} | ${cell("da")} | ${cell("en")} |`;
  });
  return `${head}${lines.join("\n")}\n`;
}

const head = `# Fejl · errors

Alt, hvad programmet kan sige om input, det ikke kan bruge: hvad der er galt, og hvad man gør. Foran står fil, linje og
kolonne. Ord i {klammer} fyldes ud. En kode genbruges aldrig til noget andet.

Everything the program can say of input it cannot use. The page is written from \`src/core/faults\` by
\`PEJL_DOCS=write npm test -- test/meta/errors.test.ts\`, and a test holds them together.

| kode | HTTP | dansk | English |
|---|---|---|---|
`;
