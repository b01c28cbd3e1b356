import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { plansQuery } from "../frame/queries.ts";
import { registerOf } from "../frame/registers.ts";
import { useDay } from "../frame/use-basis.ts";
import { useMay } from "../frame/use-may.ts";
import { Segments } from "../parts/segments.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useWords } from "../text/language.tsx";
import { PublishedForecasts } from "./published-forecasts.tsx";
import { RegisterForecast } from "./register-forecast.tsx";
import { SimulatedNote } from "./simulated-note.tsx";
import { useForecasting } from "./use-forecasting.ts";
import { sources } from "./view.ts";
import { Warnings } from "./warnings.tsx";
import { useForecastWords } from "./words.ts";
import "./forecast.css";

const route = getRouteApi("/plans/$plan/forecast");

/** «Hvor ender vi?» */
export function ForecastPage() {
  const { plan } = route.useParams();
  const { register: asked } = route.useSearch();
  const { isKnown, asOf } = useDay();
  const { app } = useWords();
  const words = useForecastWords();
  const may = useMay("run-forecast");
  const { view, change } = useForecasting();
  const plans = useQuery(plansQuery);
  if (plans.data === undefined || !isKnown) return <PageShape rows={16} />;
  const { registers } = plans.data;
  const municipalities = plans.data.plans.find(({ id }) => id === plan)?.municipalities ?? [];
  const id = asked ?? registerOf(registers, municipalities);
  const register = registers.find((one) => one.id === id);
  const has = register !== undefined && may;
  const isPublished = !has || view.source === "published";
  const warnings = <Warnings plan={plan} register={asked} />;
  return (
    <div className="page forecast">
      <title>{`${words.title} · ${app.name}`}</title>
      <SimulatedNote isSimulated={!isPublished && register.simulated} />
      <h1>{words.question}</h1>
      {has && (
        <div className="forecast-choices">
          <Segments
            label={words.source}
            options={sources.map((value) => ({ value, label: words.sources[value] }))}
            chosen={isPublished ? "published" : "register"}
            onChoose={(source) => change({ source: source === "register" ? undefined : source, benefit: undefined })}
          />
          <Link className="forecast-link no-print" to="/plans/$plan/scenario" params={{ plan }}>
            {words.whatIf}
          </Link>
        </div>
      )}
      {isPublished ? (
        <>
          <PublishedForecasts
            area={municipalities[0] ?? "101"}
            asOf={asOf}
            note={has ? undefined : register === undefined ? words.published.noRegister : words.published.mayNot}
          />
          {warnings}
        </>
      ) : (
        <RegisterForecast
          of={{ register: register.id, municipality: onlyOne(municipalities), asOf }}
          name={register.name}
          area={municipalities[0] ?? "101"}
        >
          {warnings}
        </RegisterForecast>
      )}
    </div>
  );
}

/** The municipality of a plan that has one; a common plan is forecast for all of them together. */
function onlyOne(municipalities: readonly string[]): string | undefined {
  return municipalities.length === 1 ? municipalities[0] : undefined;
}
