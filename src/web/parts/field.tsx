import type { ReactNode } from "react";
import { Refused } from "../client.ts";
import { useSay, useWords } from "../text/language.tsx";
import "./form.css";

/** A field with its name above and, when it needs one, a hint below. */
export function Field({
  name,
  hint,
  isWide = false,
  children,
}: {
  readonly name: string;
  readonly hint?: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what stands inside
    <label className={isWide ? "form-field form-field-wide" : "form-field"}>
      <span className="form-field-name">{name}</span>
      {children}
      {hint !== undefined && <span className="quiet small">{hint}</span>}
    </label>
  );
}

/** What the server would not do and what to do now, in a line beside the form; nothing where there is no error. */
export function ProblemLine({ error }: { readonly error: unknown }) {
  const say = useSay();
  const words = useWords();
  if (error === null || error === undefined) return null;
  return (
    <p className="problem-line" role="alert">
      {error instanceof Refused ? `${say(error.title)} ${say(error.detail)}` : words.problem.broke}
    </p>
  );
}

/** A word that was written in a form; empty where there is none. */
export function writtenIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value.trim() : "";
}
