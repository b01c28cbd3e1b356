import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus with the arrows between what can be opened in a table: along a row, and to the same column of the next. */
export function moveInTable(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const from = event.target instanceof Element ? event.target.closest("td, th") : null;
  if (step === undefined || from === null || (event.target instanceof Element && event.target.closest(".popup")))
    return;
  const rows = [...event.currentTarget.querySelectorAll("tbody tr:has(td)")].map((row) => [...row.children]);
  const at = rows.findIndex((cells) => cells.includes(from));
  const target = at < 0 ? undefined : nextIn(rows, at, rows[at].indexOf(from), step);
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}

function nextIn(
  rows: readonly (readonly Element[])[],
  row: number,
  column: number,
  [down, right]: readonly [number, number],
): HTMLElement | undefined {
  const cells = rows[row + down];
  if (cells === undefined) return undefined;
  for (let at = column + right; at >= 0 && at < cells.length; at += right === 0 ? -1 : right) {
    const found = cells[at].querySelector<HTMLElement>(":scope > a, :scope > button, :scope > * > a");
    if (found !== null) return found;
  }
  return undefined;
}
