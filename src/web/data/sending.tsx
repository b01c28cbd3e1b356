import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { checkRegister, importRegister, uploadRegister } from "#api/register.ts";
import { writeFigure } from "#core/figures/write.ts";
import { call, sendFiles } from "../client.ts";
import { MunicipalityChoice, useChosen, useMunicipalities } from "../frame/municipality-choice.tsx";
import { Button } from "../parts/button.tsx";
import { Field, ProblemLine } from "../parts/field.tsx";
import { useLanguage } from "../text/language.tsx";
import { type Chosen, chosenOf } from "./chosen-files.ts";
import { FileChoice } from "./file-choice.tsx";
import { Progress } from "./progress.tsx";
import { writtenBytes } from "./sizes.ts";
import { useDataWords } from "./words.ts";

type Doing = "check" | "import";

/** Sends a folder of register files, then has them checked or imported; what comes of that stands on a page of its own. */
export function Sending({
  municipality: asked,
  onMunicipality,
}: {
  readonly municipality: string | undefined;
  readonly onMunicipality: (id: string) => void;
}) {
  const words = useDataWords().imports;
  const language = useLanguage();
  const among = useMunicipalities("import-register");
  const municipality = useChosen(among, asked);
  const [chosen, setChosen] = useState<Chosen>();
  const [name, setName] = useState("");
  const [sent, setSent] = useState(0);
  const breaking = useRef<AbortController>(undefined);
  const sending = useSending(setSent, breaking);
  const isStopped = breaking.current?.signal.aborted === true;
  const start = (doing: Doing) => {
    if (chosen !== undefined && municipality !== undefined)
      sending.mutate({ doing, municipality, name: name.trim(), files: chosen.files });
  };
  if (sending.isPending)
    return (
      <div className="stack">
        <Progress
          share={sent}
          label={words.sending(writeFigure({ value: sent, unit: "share" }, language, { decimals: 0 }))}
        />
        <p className="quiet small">{words.sendingWhy}</p>
        <div>
          <Button onClick={() => breaking.current?.abort()}>{words.stop}</Button>
        </div>
      </div>
    );
  return (
    <div className="stack">
      <FileChoice onChoose={(files) => setChosen(chosenOf(files))} />
      <div role="status">{chosen !== undefined && <ChosenFiles chosen={chosen} />}</div>
      {chosen !== undefined && chosen.files.length > 0 && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            start("import");
          }}
        >
          <div className="form-line">
            <MunicipalityChoice
              label={words.municipality}
              among={among}
              chosen={municipality}
              onChoose={onMunicipality}
            />
            <Field name={words.name} hint={words.nameHint}>
              <input type="text" maxLength={60} value={name} onChange={({ target }) => setName(target.value)} />
            </Field>
          </div>
          <div className="row-of-buttons">
            <Button type="submit" weight="main" disabled={municipality === undefined}>
              {words.start}
            </Button>
            <Button disabled={municipality === undefined} onClick={() => start("check")}>
              {words.checkOnly}
            </Button>
            <Button weight="quiet" onClick={() => setChosen(undefined)}>
              {words.remove}
            </Button>
          </div>
        </form>
      )}
      {isStopped ? <p role="status">{words.stopped}</p> : <ProblemLine error={sending.error} />}
    </div>
  );
}

function ChosenFiles({ chosen: { files, ignored } }: { readonly chosen: Chosen }) {
  const words = useDataWords().imports;
  const language = useLanguage();
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return (
    <>
      {files.length === 0 ? (
        <p>
          {words.nothing} {words.nothingMend}
        </p>
      ) : (
        <>
          <p className="small-title">{words.chosen(files.length, writtenBytes(bytes, language))}</p>
          <ul className="file-list">
            {files.map(({ name, size }) => (
              <li key={name}>
                {name} <span className="quiet">{writtenBytes(size, language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {ignored.length > 0 && <p className="quiet small">{words.ignored(ignored.slice(0, 6).join(", "))}</p>}
    </>
  );
}

type Sent = {
  readonly doing: Doing;
  readonly municipality: string;
  readonly name: string;
  readonly files: readonly File[];
};

/** The sending goes on while other pages are looked at; only who stays is taken to the job's own page. */
function useSending(onProgress: (share: number) => void, breaking: { current: AbortController | undefined }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { plan = "" } = useParams({ strict: false });
  return useMutation({
    mutationFn: async ({ doing, municipality, name, files }: Sent) => {
      breaking.current = new AbortController();
      onProgress(0);
      const { signal } = breaking.current;
      const query = { municipality };
      const { upload } = await sendFiles<typeof uploadRegister>("/api/register/uploads", query, files, {
        onProgress,
        signal,
      });
      const body = { municipality, upload, ...(name !== "" && { name }) };
      return doing === "check"
        ? call<typeof checkRegister>("POST", "/api/register/checks", { body })
        : call<typeof importRegister>("POST", "/api/register/imports", { body });
    },
    onSuccess: async ({ job }) => {
      await queries.invalidateQueries({ queryKey: ["jobs"] });
      if (location.pathname.endsWith("/data"))
        navigate({ to: "/plans/$plan/data/imports/$job", params: { plan, job } });
    },
  });
}
