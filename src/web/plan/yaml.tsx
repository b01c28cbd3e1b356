import { useEffect, useRef } from "react";
import { usePlanWords } from "./words.ts";

/** The text itself beside the document; those who may write in it. */
export function YamlColumn({
  yaml,
  line,
  isAsked,
  onWrite,
}: {
  readonly yaml: string;
  /** The line to go to. */
  readonly line: number | undefined;
  /** Whether somebody asked to go there, and is to write there at once. */
  readonly isAsked: boolean;
  readonly onWrite: ((yaml: string) => void) | undefined;
}) {
  const words = usePlanWords().yaml;
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (area.current !== null && line !== undefined) goToLine(area.current, line, isAsked);
  }, [line, isAsked]);
  return (
    <section className="yaml">
      <p className="quiet small" id="yaml-hint">
        {onWrite === undefined ? words.readOnly : words.hint}
      </p>
      <textarea
        ref={area}
        aria-label={words.label}
        aria-describedby="yaml-hint"
        readOnly={onWrite === undefined}
        spellCheck={false}
        wrap="off"
        value={yaml}
        onChange={({ target }) => onWrite?.(target.value)}
      />
    </section>
  );
}

/** Selects a line and scrolls to it. */
function goToLine(area: HTMLTextAreaElement, line: number, isAsked: boolean) {
  const lines = area.value.split("\n");
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  if (isAsked) area.focus();
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  area.scrollTop = Math.max(0, (area.scrollHeight / Math.max(1, lines.length)) * (line - 6));
}
