import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Menu, MenuItem, MenuLink } from "../parts/menu.tsx";
import { useLanguage, wordsOfDay } from "../text/language.tsx";
import { Adopting } from "./adopt.tsx";
import { Discarding } from "./discard.tsx";
import type { MeasuredBy } from "./measured-by.ts";
import { NewGoal } from "./new-goal.tsx";
import { Pasting } from "./paste.tsx";
import { RefusedLine } from "./refused.tsx";
import { textOfFile } from "./take-file.ts";
import { Taking } from "./taking.tsx";
import { useDropped } from "./use-dropped.ts";
import type { Work } from "./use-work.ts";
import { usePlanWords } from "./words.ts";

type Open = "adopt" | "discard" | "paste" | "goal" | { readonly name: string; readonly text: string } | undefined;

/** Which text one sees, whether it is saved, and what can be done with it. */
export function Head({
  plan,
  work,
  may,
  isCurrent,
  onCompare,
  onNewest,
  onGoal,
  measured,
  onLeave,
}: {
  readonly plan: string;
  readonly work: Work;
  readonly may: { readonly draft: boolean; readonly adopt: boolean };
  /** Whether this is the text that can be worked on, and not a former version. */
  readonly isCurrent: boolean;
  readonly onCompare: () => void;
  readonly onNewest: () => void;
  /** Opens the form of a goal. */
  readonly onGoal: (goal: string) => void;
  /** What a new goal is to be measured by: then its form opens with the page. */
  readonly measured: MeasuredBy | undefined;
  /** Called when somebody begins no such goal. */
  readonly onLeave: () => void;
}) {
  const words = usePlanWords();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Open>(measured === undefined ? undefined : "goal");
  const [told, setTold] = useState("");
  const chosen = useRef<HTMLInputElement>(null);
  const { base, isUnsaved, isSaving, reading } = work;
  const hasDraft = base.draft !== undefined;
  const mayEdit = may.draft && isCurrent;
  const close = () => setOpen(undefined);
  const leave = () => {
    close();
    if (measured !== undefined) onLeave();
  };
  const takeFile = async (file: File | undefined) => {
    const text = file === undefined ? undefined : await textOfFile(file);
    if (file === undefined) return;
    if (text === undefined) setTold(words.file.wrongType);
    else setOpen({ name: file.name, text });
  };
  return (
    <div className="plan-head no-print">
      <State {...{ work, isCurrent, may }} />
      <span role="status" className="plan-told">
        {isSaving ? words.state.saving : told}
      </span>
      {!isCurrent && <Button onClick={onNewest}>{words.state.newest}</Button>}
      {mayEdit && (
        <Button
          weight={hasDraft && !isUnsaved ? "plain" : "main"}
          disabled={!isUnsaved}
          busy={isSaving}
          onClick={async () => {
            const revision = await work.save();
            setTold(revision === undefined ? "" : words.state.saved);
          }}
        >
          {words.acts.save}
        </Button>
      )}
      {may.adopt && isCurrent && (hasDraft || isUnsaved) && (
        <Button weight={isUnsaved ? "plain" : "main"} onClick={() => setOpen("adopt")}>
          {words.acts.adopt} …
        </Button>
      )}
      <Menu label={words.acts.more}>
        {mayEdit && isUnsaved && <MenuItem onSelect={work.drop}>{words.state.drop}</MenuItem>}
        {hasDraft && base.versions.length > 0 && isCurrent && (
          <MenuItem onSelect={onCompare}>{words.acts.compare}</MenuItem>
        )}
        {mayEdit && reading.document !== undefined && (
          <MenuItem onSelect={() => setOpen("goal")}>{words.outline.newGoal} …</MenuItem>
        )}
        {mayEdit && <MenuItem onSelect={() => setOpen("paste")}>{words.acts.paste}</MenuItem>}
        {mayEdit && <MenuItem onSelect={() => chosen.current?.click()}>{words.acts.take}</MenuItem>}
        <MenuLink href={`/api/plans/${plan}/file?version=${base.shown}`} download>
          {words.acts.give}
        </MenuLink>
        <MenuItem onSelect={() => print()}>{words.acts.print}</MenuItem>
        {mayEdit && hasDraft && base.versions.length > 0 && (
          <MenuItem onSelect={() => setOpen("discard")}>{words.acts.discard} …</MenuItem>
        )}
      </Menu>
      <input
        ref={chosen}
        type="file"
        hidden
        accept=".yaml,.yml,text/yaml"
        aria-label={words.acts.take}
        onChange={({ target }) => {
          void takeFile(target.files?.[0]);
          target.value = "";
        }}
      />
      {mayEdit && <DropFile onDrop={takeFile} />}
      {work.problem !== undefined && !work.isOvertaken && <RefusedLine error={work.problem} />}
      <Dialog title={words.adopt.title} isOpen={open === "adopt"} onClose={close}>
        <Adopting
          {...{ plan, work }}
          onAdopted={(number) => {
            close();
            setTold(words.adopt.done(number));
          }}
        />
      </Dialog>
      <Dialog title={words.discard.title} isOpen={open === "discard"} onClose={close}>
        <Discarding {...{ plan, work }} onDone={close} />
      </Dialog>
      <Dialog title={words.outline.newGoal} isOpen={open === "goal" && mayEdit} onClose={leave}>
        {reading.document !== undefined && (
          <NewGoal
            {...{ plan, work, measured }}
            document={reading.document}
            onAdded={(goal) => {
              close();
              onGoal(goal);
            }}
          />
        )}
      </Dialog>
      <Dialog title={words.paste.title} isOpen={open === "paste"} onClose={close}>
        <Pasting
          {...{ plan }}
          yaml={work.yaml}
          document={reading.document}
          onTake={(yaml, read) => {
            work.write(yaml, read);
            close();
          }}
        />
      </Dialog>
      <Dialog
        title={typeof open === "object" ? words.file.preview(open.name) : words.acts.take}
        isOpen={typeof open === "object"}
        onClose={close}
      >
        {typeof open === "object" && (
          <Taking
            {...{ plan }}
            yaml={work.yaml}
            taken={open.text}
            onTake={() => {
              const known = queries.getQueryData<Work["reading"]>(["plan-reading", plan, open.text]);
              work.write(open.text, known);
              close();
            }}
          />
        )}
      </Dialog>
    </div>
  );
}

/** Which text it is, who wrote it when, and whether everything is saved. */
function State({
  work: { base, isUnsaved, isRecovered },
  isCurrent,
  may,
}: {
  readonly work: Work;
  readonly isCurrent: boolean;
  readonly may: { readonly draft: boolean };
}) {
  const words = usePlanWords().state;
  const language = useLanguage();
  const { shown, draft, versions } = base;
  const version = versions.find(({ number }) => number === shown);
  const day = (at: string) => (at === "" ? "" : wordsOfDay(at, language));
  return (
    <p className="plan-state">
      {shown === "draft" && draft !== undefined && <b>{words.draft(draft.who, day(draft.at))}</b>}
      {version !== undefined && <b>{(isCurrent ? words.version : words.former)(version.number, day(version.at))}</b>}
      {shown === "draft" && versions.length === 0 && <span className="quiet">{words.firstDraft}</span>}
      {isUnsaved && <span className="unsaved">{words.unsaved}</span>}
      {isRecovered && <span className="quiet">{words.kept}</span>}
      {!may.draft && <span className="quiet">{words.mayNot}</span>}
    </p>
  );
}

/** Takes a file that is dropped anywhere on the page. */
function DropFile({ onDrop }: { readonly onDrop: (file: File | undefined) => void }) {
  const words = usePlanWords().file;
  const [isOver, setOver] = useState(false);
  useDropped(setOver, onDrop);
  return isOver ? <div className="drop-here">{words.drop}</div> : null;
}
