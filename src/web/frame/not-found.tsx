import { Link } from "@tanstack/react-router";
import { Notice } from "../parts/problem.tsx";
import { useWords } from "../text/language.tsx";

/** Said of an address that is nobody's. */
export function NotFound() {
  const { problem } = useWords();
  return (
    <Notice title={problem.notFound}>
      <p>{problem.notFoundWhy}</p>
      <p>
        <Link to="/">{problem.toStart}</Link>
      </p>
    </Notice>
  );
}
