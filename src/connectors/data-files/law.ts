import { join } from "node:path";
import type { Law } from "#core/register/reading/law.ts";
import { contactRuleFile } from "#core/rules/contacts.ts";
import { pensionAgeFile } from "#core/rules/pension-age.ts";
import { findBenefitGroup, type Vocabulary } from "#core/vocabulary/vocabulary.ts";
import { readVocabulary } from "./vocabulary.ts";
import { readChecked } from "./yaml.ts";

/** Reads what a register is read by from the data folder. @throws BrokenInput with every fault of a file */
export function readLaw(dataDir: string, vocabulary: Vocabulary = readVocabulary(dataDir)): Law {
  const codes = [...(vocabulary.lists.get("benefit")?.terms.keys() ?? [])];
  return {
    benefitGroups: new Map(
      codes.flatMap((code) => {
        const group = findBenefitGroup(vocabulary, code);
        return group === undefined ? [] : [[code, group]];
      }),
    ),
    pensionAges: readChecked(join(dataDir, "rules", "folkepensionsalder.yaml"), pensionAgeFile).pensionAges,
    contacts: readChecked(join(dataDir, "rules", "samtaler.yaml"), contactRuleFile).contacts,
  };
}
