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
  "wrong-use": row(
    400,
    "Kommandoen kan ikke udføres: {why}.",
    "The command cannot be carried out: {why}.",
    "{hint}",
    "{hint}",
  ),
} as const satisfies Readonly<Record<string, FaultRow>>;

export type FaultCode = keyof typeof faultTable;
