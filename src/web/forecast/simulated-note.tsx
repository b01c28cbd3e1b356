import { useBasis } from "../frame/use-basis.ts";
import { useWords } from "../text/language.tsx";

/** The band of simulated data, where the page stands on a register that the rest of the plan is not followed on. */
export function SimulatedNote({ isSimulated }: { readonly isSimulated: boolean }) {
  const { app } = useWords();
  const isSaid = useBasis()?.register?.simulated === true;
  return isSimulated && !isSaid ? <p className="band band-simulated">{app.simulated}</p> : null;
}
