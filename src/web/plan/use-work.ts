import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { saveDraft } from "#api/plan-editing.ts";
import { call, Refused } from "../client.ts";
import type { Opened, Reading } from "./answers.ts";
import { askAllEdited, askEdited, askReading } from "./ask.ts";
import { findKept, type Kept, keep, keptName, type Values, withValues } from "./kept.ts";
import { useAsking } from "./use-asking.ts";

/** A text being worked on: what it says now, what the check makes of it, and how it is saved. */
export type Work = ReturnType<typeof useWork>;

/** Works on the text that was opened. What is typed is kept in this tab until it is saved. */
export function useWork(plan: string, opened: Opened) {
  const queries = useQueryClient();
  const { ask, flush, stop, isAsking, problem, setProblem } = useAsking();
  const [base, setBase] = useState(opened);
  const name = keptName(plan, begunFrom(base));
  const [recovered] = useState(() => findKept(name));
  const [kept, setKept] = useState(recovered);
  /** Until what was recovered is read, a form would begin from another text than it goes on with. */
  const [isRecovering, setRecovering] = useState(recovered !== undefined);
  const [reading, setReading] = useState(opened.reading);
  const [readable, setReadable] = useState(opened.reading);
  const [isSaving, setSaving] = useState(false);
  /** Counts the times the text was replaced otherwise than by a form, so that an open form begins anew. */
  const [turn, setTurn] = useState(0);
  const newest = useRef(kept);

  const put = useCallback(
    (next: Kept | undefined) => {
      newest.current = next;
      setKept(next);
      keep(name, next);
    },
    [name],
  );
  const take = useCallback((next: Reading) => {
    setReading(next);
    if (next.document !== undefined) setReadable(next);
  }, []);
  const takeEdited = useCallback(
    (edited: { yaml: string; reading: Reading }) => {
      const { values = {}, byHand = false } = newest.current ?? {};
      put(edited.yaml === base.yaml ? undefined : { yaml: edited.yaml, values, byHand });
      take(edited.reading);
    },
    [base.yaml, put, take],
  );

  /** Takes another text in place of this one, as one typed or fetched in. */
  const write = useCallback(
    (yaml: string, known?: Reading) => {
      put(yaml === base.yaml ? undefined : { yaml, values: {}, byHand: true });
      setTurn((old) => old + 1);
      if (known !== undefined) take(known);
      else ask(() => askReading(plan, yaml), take);
    },
    [plan, base.yaml, put, take, ask],
  );
  /** Writes values into a goal of the text `before`, as it was when its form was opened. */
  const writeGoal = useCallback(
    (goal: string, form: string, before: string, changed: Values) => {
      const held = newest.current ?? { yaml: before, values: {}, byHand: false };
      put(withValues(held, goal, form, changed));
      ask(() => askEdited(plan, goal, before, changed), takeEdited);
    },
    [plan, put, ask, takeEdited],
  );
  /** Saves the draft and gives its revision; nothing when the server would not. */
  const save = useCallback(async () => {
    setSaving(true);
    try {
      await flush();
      const yaml = newest.current?.yaml ?? base.yaml;
      const onTopOf = base.draft?.revision ?? 0;
      const sent = { params: { plan }, body: { yaml, onTopOf } };
      const { revision } = await call<typeof saveDraft>("PUT", "/api/plans/:plan/draft", sent);
      put(undefined);
      const draft = { by: "", who: "", ...base.draft, revision, at: "" };
      setBase({ ...base, shown: "draft", yaml, draft });
      await queries.invalidateQueries({ queryKey: ["plan-document", plan] });
      return revision;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setProblem(error);
      return undefined;
    } finally {
      setSaving(false);
    }
  }, [plan, base, put, flush, setProblem, queries]);
  /** Goes back to the text that is saved. */
  const drop = useCallback(() => {
    stop();
    put(undefined);
    setTurn((old) => old + 1);
    take(base.reading);
  }, [base.reading, stop, put, take]);
  /** Writes what was written in forms on the text that somebody else has saved meanwhile. */
  const mergeOnto = useCallback(
    (theirs: Opened) => {
      const values = newest.current?.values ?? {};
      stop();
      keep(name, undefined);
      setBase(theirs);
      setTurn((old) => old + 1);
      ask(
        () => askAllEdited(plan, theirs.yaml, values),
        ({ yaml, reading: read }) => {
          const next = { yaml, values, byHand: false };
          newest.current = next;
          setKept(next);
          keep(keptName(plan, begunFrom(theirs)), next);
          take(read);
          setTurn((old) => old + 1);
        },
        0,
      );
    },
    [plan, name, stop, take, ask],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was recovered is read once, when the page is opened
  useEffect(() => {
    if (recovered === undefined) return;
    const asked = () => askAllEdited(plan, recovered.yaml, recovered.values).finally(() => setRecovering(false));
    ask(asked, takeEdited, 0);
  }, []);
  const isOurs = revisionOf(opened) === revisionOf(base);
  useEffect(() => {
    if (opened === base || !(isOurs || newest.current === undefined)) return;
    if (newest.current !== undefined) {
      keep(keptName(plan, begunFrom(base)), undefined);
      keep(keptName(plan, begunFrom(opened)), newest.current);
    } else take(opened.reading);
    setBase(opened);
  }, [plan, opened, base, isOurs, take]);
  useWarning(kept !== undefined);

  return {
    ...{ base, reading, readable, isSaving, problem, kept, turn, write, writeGoal, save, drop, mergeOnto },
    yaml: kept?.yaml ?? base.yaml,
    isChecking: isAsking,
    isUnsaved: kept !== undefined,
    isRecovering,
    isRecovered: recovered !== undefined && kept !== undefined,
    /** Whether somebody else has saved since this text was begun. */
    isOvertaken: kept !== undefined && (problem?.code === "changed-meanwhile" || (!isOurs && !isSaving)),
  };
}

/** Which text somebody works on top of. */
export function begunFrom({ shown, draft }: Opened): string {
  return shown === "draft" ? `draft-${draft?.revision}-${draft?.at}` : `version-${shown}`;
}

function revisionOf({ shown, draft }: Opened): string {
  return shown === "draft" ? `draft-${draft?.revision}` : `version-${shown}`;
}

/** Warns of leaving the program while something is unsaved. */
function useWarning(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isUnsaved]);
}
