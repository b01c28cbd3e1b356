import { getRouteApi } from "@tanstack/react-router";
import { useReach } from "../frame/use-reach.ts";
import { Segments } from "../parts/segments.tsx";
import { useWords } from "../text/language.tsx";
import { Imports } from "./imports.tsx";
import { Reconciliation } from "./reconciliation.tsx";
import { Snapshots } from "./snapshots.tsx";
import { Sources } from "./sources.tsx";
import { type Change, type Part, parts } from "./view.ts";
import { useDataWords } from "./words.ts";
import "./data.css";

const route = getRouteApi("/plans/$plan/data");

const shown: Readonly<Record<Part, typeof Sources>> = {
  sources: Sources,
  imports: Imports,
  snapshots: Snapshots,
  reconciliation: Reconciliation,
};

/** «Kan jeg stole på det, og er det nyt?» */
export function DataPage() {
  const { app } = useWords();
  const words = useDataWords();
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const reaches = useReach();
  const part = view.part ?? "sources";
  const Shown = shown[part];
  const change: Change = (changed) =>
    navigate({ search: (old) => ({ ...old, ...changed }), replace: true, resetScroll: false });
  return (
    <div className="page data">
      <title>{`${words.parts[part]} · ${words.title} · ${app.name}`}</title>
      <h1 className="visually-hidden">{words.question}</h1>
      <Segments
        label={words.show}
        options={parts.filter(({ act }) => reaches(act)).map(({ name }) => ({ value: name, label: words.parts[name] }))}
        chosen={part}
        onChoose={(one) =>
          navigate({ search: ({ asOf, register }) => ({ asOf, register, ...(one !== "sources" && { part: one }) }) })
        }
      />
      <Shown view={view} change={change} />
    </div>
  );
}
