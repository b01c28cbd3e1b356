import type { Text } from "../text/text.ts";

/** One kind of fault: the HTTP status it answers with, what is wrong, and what to do. `{names}` are filled in. */
export type FaultRow = { readonly status: number; readonly says: Text; readonly mend: Text };

function row(status: number, da: string, en: string, mendDa: string, mendEn: string): FaultRow {
  return { status, says: { da, en }, mend: { da: mendDa, en: mendEn } };
}

/** Every fault the program can report. A code is never reused for something else. */
export const faultTable = {
  "file-not-found": row(
    404,
    "Filen {file} findes ikke.",
    "The file {file} does not exist.",
    "Ret stien, eller kør kommandoen fra den rigtige mappe.",
    "Correct the path, or run the command from the right folder.",
  ),
  "not-utf8": row(
    422,
    "Filen er ikke UTF-8 (byte {byte}); den ligner Windows-1252.",
    "The file is not UTF-8 (byte {byte}); it looks like Windows-1252.",
    "Gem den igen som UTF-8 i din editor.",
    "Save it again as UTF-8 in your editor.",
  ),
  "not-yaml": row(
    422,
    "YAML kan ikke læses: {why}.",
    "The YAML cannot be read: {why}.",
    "Ret indrykning eller tegn på linjen.",
    "Correct the indentation or the characters on the line.",
  ),
  "duplicate-key": row(
    422,
    "Nøglen «{key}» står to gange.",
    "The key «{key}» stands twice.",
    "Fjern den ene.",
    "Remove one of them.",
  ),
  "missing-key": row(422, "Nøglen «{key}» mangler.", "The key «{key}» is missing.", "Tilføj den.", "Add it."),
  "unknown-key": row(422, "Nøglen «{key}» kendes ikke.", "The key «{key}» is not known.", "{hint}", "{hint}"),
  "wrong-type": row(
    422,
    "«{value}» er ikke {expected}.",
    "«{value}» is not {expected}.",
    "Skriv {expected}.",
    "Write {expected}.",
  ),
  "unknown-choice": row(
    422,
    "«{value}» er ikke blandt valgene.",
    "«{value}» is not one of the choices.",
    "Vælg en af: {choices}.",
    "Choose one of: {choices}.",
  ),
  "invalid-value": row(
    422,
    "«{value}» kan ikke bruges: {why}.",
    "«{value}» cannot be used: {why}.",
    "Ret værdien.",
    "Correct the value.",
  ),
  "duplicate-id": row(
    422,
    "Id'et «{id}» bruges to gange.",
    "The id «{id}» is used twice.",
    "Giv den ene et andet id.",
    "Give one of them another id.",
  ),
  "unknown-reference": row(
    422,
    "Der er ingen {kind} med id «{id}».",
    "There is no {kind} with the id «{id}».",
    "{hint}",
    "{hint}",
  ),
  "not-a-day": row(
    422,
    "«{value}» er ikke en dato.",
    "«{value}» is not a date.",
    "Skriv en dag, der findes, som 2018-09-30.",
    "Write a day that exists, as 2018-09-30.",
  ),
  "not-a-month": row(
    422,
    "«{value}» er ikke en måned.",
    "«{value}» is not a month.",
    "Skriv den som 2018-09.",
    "Write it as 2018-09.",
  ),
  "not-a-period": row(
    422,
    "«{value}» er ikke en periode.",
    "«{value}» is not a period.",
    "Skriv den som 2018, 2018H1, 2018Q3, 2018-09, 2018-W36, 2018-09-30, 2018Q2..2019Q1 eller end of 2018.",
    "Write it as 2018, 2018H1, 2018Q3, 2018-09, 2018-W36, 2018-09-30, 2018Q2..2019Q1 or end of 2018.",
  ),
  "not-a-number": row(
    422,
    "«{value}» er ikke et tal: {why}.",
    "«{value}» is not a number: {why}.",
    "Skriv det som {example}.",
    "Write it as {example}.",
  ),
  "not-a-figure": row(
    422,
    "«{value}» er ikke et tal med enhed.",
    "«{value}» is not a figure with a unit.",
    "Skriv det, som det står trykt, fx 11,4 % eller 3.400 fuldtidspersoner.",
    "Write it as printed, as 11,4 % or 3.400 fuldtidspersoner.",
  ),
  "no-unit": row(
    422,
    "«{value}» har ingen enhed.",
    "«{value}» has no unit.",
    "Skriv enheden efter tallet, fx 3.400 fuldtidspersoner.",
    "Write the unit after the number, as 3.400 fuldtidspersoner.",
  ),
  "unknown-unit": row(422, "Enheden «{value}» kendes ikke.", "The unit «{value}» is not known.", "{hint}", "{hint}"),
  "unknown-area": row(
    422,
    "«{value}» er ikke et område, der kendes.",
    "«{value}» is not a known area.",
    "{hint}",
    "{hint}",
  ),
  "unknown-code": row(
    422,
    "«{value}» er ikke en kode for {list}.",
    "«{value}» is not a code of {list}.",
    "{hint}",
    "{hint}",
  ),
  "sum-does-not-hold": row(
    422,
    "«{total}» er {stated}, men delene giver {sum}.",
    "«{total}» is {stated}, but its parts give {sum}.",
    "Ret tallene, eller lad være at kalde det en sum.",
    "Correct the figures, or do not call it a sum.",
  ),
  "id-not-file-name": row(
    422,
    "Id'et «{id}» er et andet end filens navn «{name}».",
    "The id «{id}» is not the file's name «{name}».",
    "Giv filen og id'et samme navn.",
    "Give the file and the id the same name.",
  ),
  "unknown-plan": row(
    404,
    "Der er ingen plan med id «{id}».",
    "There is no plan with the id «{id}».",
    "Skriv en af: {known}, eller stien til en planfil.",
    "Write one of: {known}, or the path of a plan file.",
  ),
  "wrong-cell-count": row(
    422,
    "Rækken har {cells} celler, men tabellen {columns} kolonner.",
    "The row has {cells} cells, but the table {columns} columns.",
    "Skriv en celle for hver kolonne, adskilt af |; en tom celle som –.",
    "Write a cell for each column, separated by |; an empty cell as –.",
  ),
  "wrong-unit": row(
    422,
    "«{value}» er i {unit}, men målet er i {expected}.",
    "«{value}» is in {unit}, but the goal is in {expected}.",
    "Skriv tallet i målets enhed.",
    "Write the figure in the goal's unit.",
  ),
  "wrong-use": row(
    400,
    "Kommandoen kan ikke udføres: {why}.",
    "The command cannot be carried out: {why}.",
    "{hint}",
    "{hint}",
  ),
} as const satisfies Readonly<Record<string, FaultRow>>;

export type FaultCode = keyof typeof faultTable;
