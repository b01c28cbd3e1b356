const educationLevels = [
  "grundskole",
  "gymnasial",
  "erhvervsfaglig",
  "adgangsgivende",
  "kort_videregaaende",
  "mellemlang_videregaaende",
  "bachelor",
  "lang_videregaaende",
  "phd",
  "uoplyst",
] as const;

/**
 * The closed code lists of the register exchange format, version 1. The long ones, which change from year to year and
 * carry validity dates (`vocabularyLists`), live in `data/vocabulary`.
 */
export const codeLists = {
  sex: ["mand", "kvinde"],
  origin: ["dansk", "vestlig", "ikke_vestlig"],
  "education-level": educationLevels,
  "education-kind": [...educationLevels, "fvu", "avu", "amu", "danskuddannelse"],
  "residence-end": ["flyttet", "udvandret", "doed"],
  visitation: ["jobparat", "aktivitetsparat", "uddannelsesparat", "aabenlyst_uddannelsesparat"],
  purpose: ["genoptraening", "afklaring", "opkvalificering", "rekruttering"],
  sector: ["privat", "offentlig"],
  "employment-kind": ["ordinaer", "fleksjob", "skaanejob"],
  "conversation-type": [
    "jobsamtale",
    "cv_samtale",
    "raadighedssamtale",
    "faelles_jobsamtale",
    "opfoelgning",
    "rehabiliteringsteam",
    "informationsmoede",
    "formidling",
    "anden",
  ],
  "conversation-form": ["fysisk", "telefon", "video", "skriftlig"],
  "conversation-status": ["planlagt", "afholdt", "udeblevet", "aflyst"],
  "recovery-kind": ["delvis", "fuld"],
  "sanction-kind": ["fradrag", "ophoer", "nedsaettelse", "anden"],
  "cv-kind": ["cv", "kompetence_cv"],
  "programme-kind": ["integration"],
  "programme-ground": ["flygtning", "familiesammenfoert", "anden"],
  "goal-rank": ["A", "B", "C"],
  "scored-by": ["borger", "sagsbehandler"],
  "industry-version": ["DB07", "DB25"],
  "contact-kind": ["besoeg", "moede", "telefon", "mail", "arrangement"],
  "cooperation-kind": [
    "loentilskud",
    "virksomhedspraktik",
    "jobrotation",
    "skaanejob",
    "fleksjob",
    "mentor",
    "voksenlaerling",
    "opkvalificeringsjob",
    "personlig_assistance",
  ],
  "order-outcome": ["besat", "delvist_besat", "ikke_besat", "annulleret"],
  "referral-outcome": ["ansat", "afslag", "trukket", "afventer"],
  "agreement-kind": ["partnerskab", "samarbejde", "rekruttering", "socialt_ansvar"],
  "cost-kind": ["ydelse", "tilbud", "drift"],
  answer: ["ja", "nej"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Code lists kept in `data/vocabulary`, with labels, validity and source ids. */
export const vocabularyLists = ["benefit", "offer-type", "municipality", "occupation", "industry"] as const;

export type CodeList = keyof typeof codeLists | (typeof vocabularyLists)[number];
