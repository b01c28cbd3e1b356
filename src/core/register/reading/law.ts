import type { ContactRule } from "../../rules/contacts.ts";
import type { PensionAge } from "../../rules/pension-age.ts";
import type { BenefitGroup } from "../../vocabulary/vocabulary.ts";

/** What the field has laid down and the register is read by: dated and cited in `data/`. */
export type Law = {
  /** The group of each benefit: it decides a person's status on a day. */
  readonly benefitGroups: ReadonlyMap<string, BenefitGroup>;
  readonly pensionAges: readonly PensionAge[];
  readonly contacts: readonly ContactRule[];
};
