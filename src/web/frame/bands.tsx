import type { Session } from "../answers.ts";
import { useWords } from "../text/language.tsx";
import { useBasis } from "./use-basis.ts";

/** The permanent bands: that the data are simulated, and that the users are invented. */
export function Bands({ session }: { readonly session: Session | undefined }) {
  const { app } = useWords();
  const basis = useBasis();
  const isDemo = session?.user === undefined ? false : session.signIn.demo.some(({ id }) => id === session.user?.id);
  return (
    <aside aria-label={app.bands}>
      {basis?.register?.simulated === true && <p className="band band-simulated">{app.simulated}</p>}
      {isDemo && <p className="band band-demo">{app.demo}</p>}
    </aside>
  );
}
