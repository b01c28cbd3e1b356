import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useWords } from "../text/language.tsx";
import { Bands } from "./bands.tsx";
import { Header } from "./header.tsx";
import { KeyList } from "./keys.tsx";
import { PlacesRow } from "./places-row.tsx";
import { sessionQuery } from "./queries.ts";
import { SignIn } from "./sign-in.tsx";
import "./frame.css";

/** What stands around every page: header, places, bands, and the door. */
export function Frame() {
  const words = useWords();
  const session = useSession();
  return (
    <>
      <a className="skip" href="#content">
        {words.app.skip}
      </a>
      {session.data?.user !== undefined && (
        <>
          <Header session={session.data} user={session.data.user} />
          <PlacesRow />
          <KeyList />
        </>
      )}
      <Bands session={session.data} />
      <main id="content" tabIndex={-1}>
        <Inside session={session} />
      </main>
    </>
  );
}

function Inside({ session }: { readonly session: ReturnType<typeof useSession> }) {
  if (session.isPending) return <PageShape />;
  if (session.isError) return <Problem error={session.error} retry={() => session.refetch()} />;
  return session.data.user === undefined ? <SignIn session={session.data} /> : <Outlet />;
}

function useSession() {
  return useQuery(sessionQuery);
}
