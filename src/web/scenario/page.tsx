import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Making } from "../forecast/making.tsx";
import { type ForecastOf, forecastQuery } from "../forecast/queries.ts";
import { SimulatedNote } from "../forecast/simulated-note.tsx";
import { MunicipalityChoice, useMunicipalities } from "../frame/municipality-choice.tsx";
import { plansQuery } from "../frame/queries.ts";
import { registerOf } from "../frame/registers.ts";
import { useDay } from "../frame/use-basis.ts";
import { useMay } from "../frame/use-may.ts";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useWords } from "../text/language.tsx";
import { Trying } from "./trying.tsx";
import { useTrying } from "./use-trying.ts";
import { useScenarioWords } from "./words.ts";
import "../forecast/forecast.css";
import "./scenario.css";

const route = getRouteApi("/plans/$plan/scenario");

/** «Hvad nu hvis?» */
export function ScenarioPage() {
  const { plan } = route.useParams();
  const { register: asked, municipality: wanted } = route.useSearch();
  const { isKnown, asOf } = useDay();
  const { change } = useTrying();
  const among = useMunicipalities("run-forecast");
  const { app } = useWords();
  const words = useScenarioWords();
  const may = useMay("run-forecast");
  const plans = useQuery(plansQuery);
  if (plans.data === undefined || !isKnown) return <PageShape rows={16} />;
  const municipalities = plans.data.plans.find(({ id }) => id === plan)?.municipalities ?? [];
  const id = asked ?? registerOf(plans.data.registers, municipalities);
  const register = plans.data.registers.find((one) => one.id === id);
  const municipality = municipalities.find((one) => one === wanted) ?? municipalities[0];
  return (
    <div className="page scenario">
      <title>{`${words.title} · ${app.name}`}</title>
      <SimulatedNote isSimulated={may && register?.simulated === true} />
      <h1>{words.question}</h1>
      {register === undefined || !may ? (
        <div className="empty">
          <p className="small-title">{register === undefined ? words.noRegister : words.mayNot}</p>
          {register === undefined && <p>{words.noRegisterMend}</p>}
        </div>
      ) : (
        <>
          {municipalities.length > 1 && (
            <MunicipalityChoice
              label={words.municipality}
              among={among.filter(({ id }) => municipalities.includes(id))}
              chosen={municipality}
              onChoose={(chosen) => change({ municipality: chosen === municipalities[0] ? undefined : chosen })}
            />
          )}
          <OnRegister of={{ register: register.id, municipality, asOf }} name={register.name} />
        </>
      )}
    </div>
  );
}

/** What is expected without any scenario comes first: the levers are turned from there. */
function OnRegister({ of, name }: { readonly of: ForecastOf; readonly name: string }) {
  const read = useQuery(forecastQuery(of));
  if (read.isPending) return <PageShape rows={12} />;
  if (read.isError) return <Problem error={read.error} retry={() => read.refetch()} />;
  const { forecast, job } = read.data;
  if (forecast === undefined) return <Making of={of} name={name} job={job} />;
  return <Trying forecast={forecast} of={of} />;
}
