import { useEffect, useRef } from "react";

/** How long the second key of a pair may be in coming, in milliseconds. */
const patience = 1500;

/** Listens for keys anywhere on the page, as `/` or the pair `g o`; not while somebody writes or a dialog is open. */
export function useKeys(doing: Readonly<Record<string, () => void>>): void {
  const current = useRef(doing);
  current.current = doing;
  useEffect(() => {
    let first: { readonly key: string; readonly at: number } | undefined;
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const isPair = first !== undefined && event.timeStamp - first.at < patience;
      const act = (isPair ? current.current[`${first?.key} ${event.key}`] : undefined) ?? current.current[event.key];
      first = { key: event.key, at: event.timeStamp };
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}

/** Whether a key means something where it was struck. */
function isBusy(target: EventTarget | null): boolean {
  return (
    document.querySelector("dialog[open]") !== null ||
    (target instanceof HTMLElement &&
      target.closest("input, textarea, select, [contenteditable], [role=menu]") !== null)
  );
}
