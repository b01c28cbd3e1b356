import { Link, useParams } from "@tanstack/react-router";
import { useWords } from "../text/language.tsx";
import { places } from "./places.ts";

/** The quiet row of places under the header. */
export function PlacesRow() {
  const words = useWords();
  const { plan } = useParams({ strict: false });
  if (plan === undefined) return null;
  return (
    <nav className="places" aria-label={words.places.label}>
      {places.map(({ name, to }) => (
        <Link key={name} to={to} params={{ plan }} activeProps={{ "aria-current": "page" }}>
          {words.places[name]}
        </Link>
      ))}
    </nav>
  );
}
