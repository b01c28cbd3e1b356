import type { Act } from "../access/table.ts";
import type { Text } from "../text/text.ts";

/** What the program does of itself, or before anybody is known, and logs all the same. */
export type OwnAct = "sign-in" | "take-over-plan" | "take-over-log" | "add-demo-user";

/** An act as it is told: what somebody did, and what somebody wanted to do. */
export type ActWords = { readonly did: Text; readonly wanted: Text };

/** Every act of the log in words, to be put after a name. */
export const actWords: Readonly<Record<Act | OwnAct, ActWords>> = {
  "read-plan": row("læste planer", "læse planer", "read plans"),
  "draft-plan": row("rettede i en plans kladde", "rette i en plans kladde", "changed a plan's draft", "change a draft"),
  "adopt-plan": row("vedtog en plan", "vedtage en plan", "adopted a plan", "adopt a plan"),
  "follow-up-plan": row("fulgte op på en plan", "følge op på en plan", "followed up a plan", "follow up a plan"),
  "assess-goal": row("vurderede et mål", "vurdere et mål", "assessed a goal", "assess a goal"),
  "comment-goal": row("kommenterede et mål", "kommentere et mål", "commented on a goal", "comment on a goal"),
  "own-goal": row("satte et måls ansvarlige", "sætte et måls ansvarlige", "set who owns a goal", "set who owns a goal"),
  "read-figures": row("læste tal", "læse tal", "read figures"),
  "explore-register": row(
    "udforskede registeret",
    "udforske registeret",
    "explored the register",
    "explore the register",
  ),
  "export-figures": row("hentede tal ud", "hente tal ud", "exported figures", "export figures"),
  "publish-report": row(
    "offentliggjorde en rapport",
    "offentliggøre en rapport",
    "published a report",
    "publish a report",
  ),
  "read-effect": row("læste effekter", "læse effekter", "read effects"),
  "run-forecast": row("lavede en prognose", "lave en prognose", "made a forecast", "make a forecast"),
  "keep-scenario": row("ændrede et scenarie", "ændre et scenarie", "changed a scenario", "change a scenario"),
  "read-expected-end": row(
    "læste forventede afslutninger",
    "læse forventede afslutninger",
    "read expected ends of cases",
  ),
  "read-budget": row("læste budgettet", "læse budgettet", "read the budget"),
  "write-budget": row("rettede budgettet", "rette budgettet", "changed the budget", "change the budget"),
  "import-series": row("indlæste en serie", "indlæse en serie", "imported a series", "import a series"),
  "import-register": row("indlæste et register", "indlæse et register", "imported a register", "import a register"),
  "withdraw-register": row(
    "trak et register tilbage",
    "trække et register tilbage",
    "withdrew a register",
    "withdraw one",
  ),
  "forget-person": row("slettede en person", "slette en person", "forgot a person", "forget a person"),
  "list-persons": row("søgte i borgere", "søge i borgere", "searched among citizens", "search among citizens"),
  "read-person": row(
    "så en borgers oplysninger",
    "se en borgers oplysninger",
    "saw a citizen's data",
    "see a citizen's data",
  ),
  "write-person": row(
    "rettede en borgers oplysninger",
    "rette en borgers oplysninger",
    "changed a citizen's data",
    "change a citizen's data",
  ),
  "read-cpr": row("så et CPR-nummer", "se et CPR-nummer", "saw a CPR number", "see a CPR number"),
  "export-persons": row("hentede borgere ud", "hente borgere ud", "exported citizens", "export citizens"),
  "read-company": row("læste virksomheder", "læse virksomheder", "read companies"),
  "write-company": row("rettede en virksomhed", "rette en virksomhed", "changed a company", "change a company"),
  "read-users": row(
    "så listen over brugere",
    "se listen over brugere",
    "saw the list of users",
    "see the list of users",
  ),
  "write-users": row("rettede en bruger", "rette en bruger", "changed a user", "change a user"),
  "write-units": row("rettede en enhed", "rette en enhed", "changed a unit", "change a unit"),
  "read-parameters": row("læste parametre", "læse parametre", "read parameters"),
  "write-parameters": row("satte en parameter", "sætte en parameter", "set a parameter"),
  "end-sessions": row(
    "så eller sluttede logins",
    "se eller slutte logins",
    "saw or ended sessions",
    "see or end sessions",
  ),
  "start-job": row("satte et arbejde i gang", "sætte et arbejde i gang", "started a job", "start a job"),
  "read-job": row("så til et arbejde", "se til et arbejde", "looked at a job", "look at a job"),
  "cancel-job": row("standsede et arbejde", "standse et arbejde", "cancelled a job", "cancel a job"),
  "read-audit": row("læste loggen", "læse loggen", "read the log"),
  "export-audit": row("hentede loggen ud", "hente loggen ud", "exported the log", "export the log"),
  "extract-audit": row("lavede et logudtræk", "lave et logudtræk", "made an extract of the log", "make an extract"),
  "verify-audit": row("efterprøvede loggen", "efterprøve loggen", "verified the log", "verify the log"),
  "backup-database": row("tog en sikkerhedskopi", "tage en sikkerhedskopi", "made a backup", "make a backup"),
  "restore-database": row("genskabte databasen", "genskabe databasen", "restored the database", "restore the database"),
  "sign-in": row("lukkede en bruger ind", "lukke en bruger ind", "let a user in", "let a user in"),
  "take-over-plan": row(
    "overtog en plan fra en fil",
    "overtage en plan",
    "took over a plan from a file",
    "take over a plan",
  ),
  "take-over-log": row(
    "overtog en log fra en fil",
    "overtage en log",
    "took over a log from a file",
    "take over a log",
  ),
  "add-demo-user": row("oprettede en demobruger", "oprette en demobruger", "made a demo user", "make a demo user"),
};

/** English says what was done and what was wanted alike for «read» and «set». */
function row(did: string, wanted: string, didInEnglish: string, wantedInEnglish = didInEnglish): ActWords {
  return { did: { da: did, en: didInEnglish }, wanted: { da: wanted, en: wantedInEnglish } };
}
