/** The design system's own words in Danish, as far as its parts are used here. */
export const danish = {
  global: {
    showMore: "Vis mere",
    showLess: "Vis mindre",
    readOnly: "Kan ikke ændres",
    close: "Luk",
    error: "Fejl",
    info: "Oplysning",
    success: "Lykkedes",
    warning: "Advarsel",
    announcement: "Meddelelse",
  },
  Chips: { Removable: { labelSuffix: "fjern" } },
  CopyButton: { title: "Kopiér", activeText: "Kopieret" },
  ErrorSummary: { heading: "Ret dette, før du går videre:" },
  HelpText: { title: "Mere om det" },
  Loader: { title: "Venter …" },
  Pagination: { previous: "Forrige", next: "Næste" },
  Search: { clear: "Ryd feltet", search: "Søg" },
  Textarea: {
    maxLength: "Tekstfelt med plads til {maxLength} tegn.",
    charsTooMany: "{chars} tegn for meget",
    charsLeft: "{chars} tegn tilbage",
  },
  Tooltip: { shortcutSeparator: "eller" },
};
