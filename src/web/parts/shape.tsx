import { Skeleton } from "@navikt/ds-react/Skeleton";
import { useWords } from "../text/language.tsx";

/** The shape of a page that is on its way: a heading, a sentence, and rows. */
export function PageShape({ rows = 12 }: { readonly rows?: number }) {
  const { app } = useWords();
  return (
    <div className="page" aria-busy="true">
      <p className="visually-hidden" role="status">
        {app.loading}
      </p>
      <div className="shape" aria-hidden>
        <Skeleton variant="text" width="30%" height={32} />
        <Skeleton variant="text" width="70%" height={24} />
        {Array.from({ length: rows }, (_, row) => `row ${row}`).map((key) => (
          <Skeleton key={key} variant="rectangle" width="100%" height={28} />
        ))}
      </div>
    </div>
  );
}
