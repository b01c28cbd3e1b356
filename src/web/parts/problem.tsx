import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Refused } from "../client.ts";
import { useSay, useWords } from "../text/language.tsx";
import { Button } from "./button.tsx";

/** What went wrong, in words, that nothing is lost, and the next step. */
export function Problem({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const words = useWords();
  const say = useSay();
  if (!(error instanceof Refused)) return <PageBroke />;
  return (
    <Notice title={say(error.title)} alert>
      <p>{say(error.detail)}</p>
      {error.faults.length > 1 && (
        <ul>
          {error.faults.slice(1).map(({ code, path, says, mend }) => (
            <li key={`${code} ${path}`}>
              {say(says)} {say(mend)}
            </li>
          ))}
        </ul>
      )}
      <p>
        {error.status === 404 ? (
          <Link to="/">{words.problem.toStart}</Link>
        ) : (
          <Button onClick={retry}>{words.problem.retry}</Button>
        )}
      </p>
      <p className="quiet small">{words.problem.code(error.code)}</p>
    </Notice>
  );
}

/** Said when the program itself fails. */
export function PageBroke() {
  const { problem } = useWords();
  return (
    <Notice title={problem.broke} alert>
      <p>{problem.brokeWhy}</p>
      <Button onClick={() => location.reload()}>{problem.reload}</Button>
    </Notice>
  );
}

/** Said in the place of what is not there: why, and what to do. */
export function Notice({
  title,
  alert = false,
  children,
}: {
  readonly title: string;
  readonly alert?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className="notice page" role={alert ? "alert" : undefined}>
      <h1 className="notice-title">{title}</h1>
      {children}
    </section>
  );
}
