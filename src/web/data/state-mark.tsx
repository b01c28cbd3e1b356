import type { ReactNode } from "react";

/** The shape of each state; with its word it can be read without colour. */
const shapes = {
  new: ["●", "met"],
  usable: ["●", "met"],
  done: ["●", "met"],
  due: ["◆", "at-risk"],
  asks: ["◆", "at-risk"],
  waiting: ["○", "none"],
  running: ["◐", "none"],
  failed: ["▼", "off-course"],
  cancelled: ["–", "none"],
  withdrawn: ["–", "none"],
} as const;
export type DataState = keyof typeof shapes;

/** In which state something is, as shape, word and colour. */
export function StateMark({ state, children }: { readonly state: DataState; readonly children: ReactNode }) {
  const [shape, colour] = shapes[state];
  return (
    <span className="verdict" data-verdict={colour}>
      <span className="verdict-shape" aria-hidden>
        {shape}
      </span>
      {children}
    </span>
  );
}
