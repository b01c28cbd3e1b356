import { row } from "./row.ts";

/** What can be wrong with a question in OData. */
export const odataFaults = {
  "odata-syntax": row(
    400,
    "{option} kan ikke læses ved tegn {column}: der står «{value}», og der ventes {expected}.",
    "{option} cannot be read at character {column}: it says «{value}», and {expected} is expected.",
    "Ret udtrykket; eksempler står i håndbogens side om tal til andre programmer.",
    "Correct the expression; the handbook's page on figures for other programs has examples.",
  ),
  "odata-unknown-name": row(
    400,
    "{option}: der er intet felt «{name}» i {set} (tegn {column}).",
    "{option}: there is no property «{name}» in {set} (character {column}).",
    "{hint}",
    "{hint}",
  ),
  "odata-types": row(
    400,
    "{option}: {left} kan ikke holdes op mod {right} med «{operator}» (tegn {column}).",
    "{option}: {left} cannot be held against {right} with «{operator}» (character {column}).",
    "Skriv tekster i '…', tal med punktum og datoer som 2018-09-30.",
    "Write texts in '…', numbers with a point and dates as 2018-09-30.",
  ),
  "odata-unsupported": row(
    501,
    "«{what}» er en del af OData, som ikke svares på her.",
    "«{what}» is a part of OData that is not answered here.",
    "Brug $select, $filter, $orderby, $top, $skip og $count; resten kan gøres i dit program.",
    "Use $select, $filter, $orderby, $top, $skip and $count; the rest can be done in your program.",
  ),
};
