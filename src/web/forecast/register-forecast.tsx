import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Refused } from "../client.ts";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useSay } from "../text/language.tsx";
import { Accuracy } from "./accuracy.tsx";
import type { Outlook } from "./answers.ts";
import { Earlier } from "./earlier.tsx";
import { ExpectedEnds } from "./expected-ends.tsx";
import { Making } from "./making.tsx";
import { OriginNote } from "./origin-note.tsx";
import { PublishedForecasts } from "./published-forecasts.tsx";
import { type ForecastOf, forecastQuery } from "./queries.ts";
import { Stocks } from "./stocks.tsx";
import { Streams } from "./streams.tsx";
import { useForecasting } from "./use-forecasting.ts";
import { useForecastWords } from "./words.ts";

/** What a register tells of the coming months; until it is made, how far it is, and what published figures tell. */
export function RegisterForecast({
  of,
  name,
  area,
  children,
}: {
  readonly of: ForecastOf;
  readonly name: string;
  readonly area: string;
  /** What stands after the benefits. */
  readonly children: ReactNode;
}) {
  const { mayNot } = useForecastWords().published;
  const read = useQuery(forecastQuery(of));
  if (read.isPending) return <PageShape rows={16} />;
  if (read.error instanceof Refused && read.error.status === 403)
    return (
      <>
        <PublishedForecasts area={area} asOf={of.asOf} note={mayNot} />
        {children}
      </>
    );
  if (read.isError) return <Problem error={read.error} retry={() => read.refetch()} />;
  const { forecast, job } = read.data;
  if (forecast !== undefined)
    return (
      <Made forecast={forecast} register={of.register}>
        {children}
      </Made>
    );
  return (
    <>
      <Making of={of} name={name} job={job} />
      <PublishedForecasts area={area} asOf={of.asOf} />
      {children}
    </>
  );
}

function Made({
  forecast,
  register,
  children,
}: {
  readonly forecast: Outlook;
  readonly register: string;
  readonly children: ReactNode;
}) {
  const say = useSay();
  const { view } = useForecasting();
  const months = view.months ?? 12;
  const found = forecast.says.find((one) => one.months === months);
  return (
    <>
      {found !== undefined && <p className="lead">{say(found.text)}</p>}
      <Stocks forecast={forecast} months={months} />
      {children}
      <Streams forecast={forecast} />
      <Accuracy forecast={forecast} />
      {forecast.earlier !== undefined && <Earlier earlier={forecast.earlier} />}
      <ExpectedEnds register={register} forecast={forecast} />
      <OriginNote origin={forecast.origin} hidden={forecast.hidden} />
    </>
  );
}
