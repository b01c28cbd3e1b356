import { useCallback, useMemo, useRef, useState } from "react";
import { Refused } from "../client.ts";

/** How long somebody must stop typing before the server is asked, in milliseconds. */
const PAUSE = 300;

/** Asks the server when somebody pauses; an answer overtaken by another question is not used. */
export function useAsking() {
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<() => Promise<void>>(undefined);
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Refused>();
  const ask = useCallback(<A>(question: () => Promise<A>, use: (answer: A) => void, pause = PAUSE) => {
    const mine = ++turn.current;
    const run = async () => {
      clearTimeout(timer.current);
      waiting.current = undefined;
      try {
        const answer = await question();
        if (mine !== turn.current) return;
        setProblem(undefined);
        use(answer);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (mine === turn.current) setProblem(error);
      } finally {
        if (mine === turn.current) setAsking(false);
      }
    };
    clearTimeout(timer.current);
    setAsking(true);
    waiting.current = run;
    timer.current = setTimeout(run, pause);
  }, []);
  /** Asks at once what is still waiting. */
  const flush = useCallback(async () => waiting.current?.(), []);
  const stop = useCallback(() => {
    turn.current++;
    clearTimeout(timer.current);
    waiting.current = undefined;
    setAsking(false);
    setProblem(undefined);
  }, []);
  return useMemo(() => ({ ask, flush, stop, isAsking, problem, setProblem }), [ask, flush, stop, isAsking, problem]);
}
