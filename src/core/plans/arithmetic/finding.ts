import type { Figure } from "../../figures/figure.ts";
import type { Text } from "../../text/text.ts";
import type { Source } from "../format/print.ts";

export type Weight = "high" | "medium" | "low";

/** A disagreement in a plan, or something a goal lacks before it can be settled. */
export type Finding = {
  /** Stable: the check or goal it came from. The errata list accepts findings by it. */
  readonly id: string;
  /** The goal that cannot be settled, where the finding is of one. */
  readonly goal?: string;
  readonly weight: Weight;
  readonly kind: string;
  readonly message: Text;
  readonly printed?: Figure;
  readonly computed?: Figure;
  /** How far apart the two figures may lie and still agree. */
  readonly tolerance?: Figure;
  readonly source?: Source;
};
