import { getRouteApi } from "@tanstack/react-router";
import { useReach } from "../frame/use-reach.ts";
import { Segments } from "../parts/segments.tsx";
import { useWords } from "../text/language.tsx";
import { Audit } from "./audit.tsx";
import { Parameters } from "./parameters.tsx";
import { Units } from "./units.tsx";
import { Users } from "./users.tsx";
import { type Change, type Section, sections } from "./view.ts";
import { useAdministrationWords } from "./words.ts";
import "./administration.css";

const route = getRouteApi("/plans/$plan/administration");

const shown: Readonly<Record<Section, typeof Users>> = {
  users: Users,
  units: Units,
  parameters: Parameters,
  audit: Audit,
};

/** Users, units, limits and the log; a place that would be empty is not shown, and who comes by address is told why. */
export function AdministrationPage() {
  const { app } = useWords();
  const words = useAdministrationWords();
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const reaches = useReach();
  const places = sections.filter(({ act }) => reaches(act));
  const section = view.section ?? places.at(0)?.name ?? "parameters";
  const Shown = shown[section];
  const change: Change = (changed) => navigate({ search: (old) => ({ ...old, ...changed }), resetScroll: false });
  return (
    <div className="page administration">
      <title>{`${words.sections[section]} · ${words.title} · ${app.name}`}</title>
      <h1 className="visually-hidden">{words.title}</h1>
      {places.length > 1 && (
        <Segments
          label={words.show}
          options={places.map(({ name }) => ({ value: name, label: words.sections[name] }))}
          chosen={section}
          onChoose={(one) => navigate({ search: ({ asOf, register }) => ({ asOf, register, section: one }) })}
        />
      )}
      <Shown view={view} change={change} />
    </div>
  );
}
