/** Everything the page of forecasts says of itself, in Danish. */
export const da = {
  title: "Prognose",
  question: "Hvor ender vi?",
  source: "Ud fra",
  sources: { register: "Kommunens register", published: "Offentliggjorte tal" },
  horizon: "Hvor langt frem",
  months: (n: number) => (n % 12 === 0 ? (n === 12 ? "et år" : `${n / 12} år`) : `${n} måneder`),
  years: (n: number) => (n === 1 ? "et år" : `${n} år`),
  benefit: "Ydelse",
  allBenefits: "Alle, hver på sin skala",
  stocks: {
    heading: "Ydelserne",
    finding: (fewer: number, more: number, of: number, ahead: string) =>
      fewer + more === 0
        ? `Ingen af ${of} ydelser flytter sig tydeligt om ${ahead}`
        : `Om ${ahead} er ${fewer} af ${of} ydelser tydeligt lavere, og ${more} tydeligt højere`,
    one: (label: string, later: string, when: string, now: string) =>
      `${label}: ${later} ventes i ${when} mod ${now} nu`,
    ends: (later: string, range: string, when: string, now: string, since: string) =>
      `${later} ventes i ${when} (${range}) mod ${now} i ${since}`,
    subtitle: (name: string) => `Fuldtidspersoner pr. måned · ${name}`,
    band: "Den mørke vifte rummer tallet i 80 af 100 tilfælde, den lyse i 95.",
    clearly: "Tydeligt: hele intervallet på 80 % ligger på den ene side af tallet nu.",
    hidden: (n: number) =>
      n === 1
        ? "1 ydelse er ikke vist: for få har den, eller ingen er set forlade den."
        : `${n} ydelser er ikke vist: for få har dem, eller ingen er set forlade dem.`,
    now: "Nu",
    expected: "Ventet",
    change: "Ændring",
    inner: "I 80 af 100 tilfælde",
    outer: "I 95 af 100 tilfælde",
    method: "Fremgangsmåde",
    low80: "80 %, fra",
    high80: "80 %, til",
    low95: "95 %, fra",
    high95: "95 %, til",
    between: (low: string, high: string) => `${low} til ${high}`,
  },
  streams: {
    heading: "De forbundne kar",
    year: "Periode",
    seen: (from: string, to: string) => `${from} – ${to}`,
    expected: (from: string, to: string) => `${from} – ${to}, ventet`,
    finding: (from: string, to: string, persons: string, change: string) =>
      `Flest går fra ${from} til ${to}: ${persons}${change === "" ? "" : ` (${change} på et år)`}`,
    none: "Ingen strømme er store nok til at blive vist",
    subtitle: (span: string) => `Personer, der skiftede plads · ${span}`,
    heads: { from: "Kom fra", to: "Gik til" },
    says: (from: string, to: string, persons: string) => `Fra ${from} til ${to}: ${persons}`,
    change: (change: string) => `${change} end året før`,
    noBefore: "året før var det for få til at blive vist",
    reader: "Gå gennem strømmene",
    previous: "Forrige strøm",
    next: "Næste strøm",
    hint: "Peg på en strøm, eller gå gennem dem her.",
    from: "Fra",
    to: "Til",
    persons: "Personer",
    before: "Året før",
    difference: "Forskel",
    otherBenefits: "Andre ydelser",
    gone: "Flyttet, pensioneret eller død",
    hidden: (n: number) =>
      n === 1 ? "1 strøm på for få personer er ikke vist." : `${n} strømme på for få personer er ikke vist.`,
    about: "Talt ved månedens udgang: hvem der er et andet sted end måneden før.",
  },
  accuracy: {
    heading: "Hvor gode har prognoserne været?",
    ahead: "Hvor langt frem",
    all: "alle måneder",
    span: (from: number, to: number) => `${from}–${to} måneder`,
    everything: "Alle ydelser",
    caption: "Prognosens fejl ved siden af tre simple gæt",
    off: "Ramte inden for",
    bias: "Skævhed",
    forecast: "Fejl, prognosen",
    seasonalNaive: "Fejl, som sidste år",
    drift: "Fejl, jævn udvikling",
    smoothing: "Fejl, udglatning",
    covered: "I 80 %-intervallet",
    verdict: "Bedst",
    best: "prognosen",
    beaten: {
      seasonalNaive: "sidste års tal",
      drift: "jævn udvikling",
      smoothing: "udglatning",
    },
    about:
      "Fejl måles i forhold til, hvad sidste års tal fejlede i årene før: under 1 er bedre end dét. Hver prognose er lavet af det, man vidste dengang. Hvor et simpelt gæt har været klart bedst, bruger prognosen det.",
  },
  earlier: {
    heading: "Sidste prognose og det, der kom",
    expected: "Ventet",
    actual: "Kom",
    inside: "inden for 80 %",
    outside: "uden for 80 %",
    hit: "Ramte",
  },
  warnings: {
    heading: "Mål, der er ved at glide",
    fallen: (n: number) =>
      n === 0
        ? "Ingen mål er faldet under grænsen siden sidste kvartal."
        : n === 1
          ? "1 mål er faldet under grænsen siden sidste kvartal."
          : `${n} mål er faldet under grænsen siden sidste kvartal.`,
    limit: (percent: string) => `Grænsen er en chance på ${percent}. Herunder er et mål ikke på vej.`,
    caption: "Mål med en chance, de ringeste først",
    goal: "Mål",
    now: "Chance nu",
    before: "Et kvartal før",
    none: "Der er ingen mål at advare om: de er afgjort eller kan ikke forudsiges.",
    slid: "faldet under grænsen",
  },
  ends: {
    heading: "Hvornår ventes forløbene at slutte?",
    open: "Vis efter gruppe",
    group: "Gruppe",
    now: "Nu",
    when: "Halvdelen er videre efter",
    after: "Efter et år",
    still: (share: string) => `${share} er der endnu`,
    basis: "Grundlag",
    weeks: (n: string) => `${n} uger`,
    years: (words: string) => `${words} år`,
    since: (words: string) => `${words} uger på ydelsen`,
    over: (n: string) => `over ${n}`,
    unknown: "ukendt alder",
    never: "ikke set",
    calibrated: "Holdt mod det seneste år",
    calibration: (weeks: number, expected: string, observed: string) =>
      `Inden for ${weeks} uger ventedes ${expected} at være videre; det blev ${observed}.`,
    why: "Du har ikke adgang til forventede afslutninger.",
  },
  making: {
    none: "Prognosen er ikke lavet endnu",
    offer: (name: string) =>
      `Den lærer af registret «${name}», hvordan folk flytter sig mellem ydelser, prøver sig selv på tidligere år og lader 1.000 fremtider løbe. Det tager et par minutter og går videre, selv om siden forlades. Derefter er den her med det samme.`,
    start: "Lav prognosen",
    going: "Prognosen laves",
    waiting: "Venter på, at andet arbejde bliver færdigt",
    left: (words: string) => `${words} tilbage`,
    soon: "under et minut",
    minutes: (n: number) => (n === 1 ? "omkring et minut" : `omkring ${n} minutter`),
    cancel: "Stands",
    failed: "Prognosen kunne ikke laves",
    leave: "Siden kan forlades: arbejdet går videre.",
  },
  published: {
    heading: "Offentliggjorte serier",
    finding: (n: number, ahead: string) => (n === 1 ? `1 serie ${ahead} frem` : `${n} serier ${ahead} frem`),
    none: "Ingen serie kan forudsiges",
    noneMend: "Indlæs længere serier under Data, eller vælg et register.",
    without: "Uden prognose",
    noRegister: "Kommunen har intet register her. Prognosen bygger på offentliggjorte tal alene.",
    mayNot: "Du har ikke adgang til prognoser af registret. Her er de offentliggjorte tal.",
  },
  origin: {
    heading: "Grundlag",
    line: (name: string, id: string, asOf: string, known: string) =>
      `Register «${name}» (${id}), som det så ud ${asOf}; seneste måned ${known}.`,
    model: (model: string, draws: string, seed: number, program: string) =>
      `Flowmodel ${model}, ${draws} fremtider, frø ${seed}, program ${program}.`,
    made: (moment: string) => `Lavet ${moment}. De samme data giver de samme tal.`,
    limit: (n: number) => `Grupper under ${n} personer er ikke vist.`,
  },
  goal: {
    heading: "Chancen for at nå det",
    chance: (shown: string) => `Chancen for at nå det er ${shown}`,
    ends: (mean: string, unit: string, when: string, low: string, high: string) =>
      `Det ventes at ende på ${mean} ${unit} ${when}; i 80 af 100 tilfælde mellem ${low} og ${high}.`,
    turns: {
      met: (when: string, shown: string) => `Det ventes nået i ${when} (chance ${shown}).`,
      lost: (when: string, shown: string) => `Det ventes tabt i ${when} (risiko ${shown}).`,
    },
    needed: {
      change: (figure: string) => `Fra nu af kræver det netto ${figure} om måneden.`,
      room: (figure: string) => `Fra nu af er der plads til netto ${figure} om måneden.`,
      amount: (figure: string) => `Fra nu af kræver det ${figure} om måneden.`,
      "room-for": (figure: string) => `Fra nu af er der plads til ${figure} om måneden.`,
    },
    method: (method: string) => `Fremgangsmåde: ${method}.`,
  },
  moved: {
    heading: "Hvorfor bevægede det sig?",
    missing: (why: string) => `Det kan ikke fortælles: ${why}.`,
    subtitle: (from: string, to: string) => `Fra ${from} til ${to}; delene giver tilsammen ændringen`,
    about:
      "Tilgang: hvor mange der kom. Sammensætning: hvem. Varighed: hvor længe de bliver. Grad: hvor meget af tiden.",
    counted: "Begge perioder er talt i registeret; planens udgangspunkt er det, der er trykt.",
  },
  whatIf: "Hvad nu hvis?",
};

/** The words of this page: what a language lacks does not compile. */
export type ForecastWords = typeof da;
