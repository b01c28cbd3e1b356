import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import type { RegisterEntry } from "../answers.ts";
import { readBasis } from "../frame/address.ts";
import { plansQuery } from "../frame/queries.ts";
import { indicatorQuery, indicatorsQuery } from "../indicators/queries.ts";
import { Reconciled } from "../indicators/reconciled.tsx";
import { Field } from "../parts/field.tsx";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useSay } from "../text/language.tsx";
import type { Change, DataPageView } from "./view.ts";
import { useDataWords } from "./words.ts";
import "../indicators/indicators.css";

/** Own figures against the published ones, an indicator at a time. */
export function Reconciliation({ view, change }: { readonly view: DataPageView; readonly change: Change }) {
  const words = useDataWords().reconciliation;
  const say = useSay();
  const { plan: id } = useParams({ strict: false });
  const { register: followed } = readBasis(useSearch({ strict: false }));
  const plans = useQuery(plansQuery);
  const list = useQuery(indicatorsQuery);
  if (plans.isPending || list.isPending) return <PageShape rows={8} />;
  if (plans.isError) return <Problem error={plans.error} retry={() => plans.refetch()} />;
  if (list.isError) return <Problem error={list.error} retry={() => list.refetch()} />;
  const { registers } = plans.data;
  const own = plans.data.plans.find((plan) => plan.id === id)?.municipalities ?? [];
  const both = list.data.indicators
    .filter(({ computed, series }) => computed && series > 0)
    .toSorted((a, b) => say(a.name).localeCompare(say(b.name), "da"));
  const register =
    registers.find((one) => one.id === (view.own ?? followed)) ??
    registers.find(({ municipalities }) => municipalities.some((code) => own.includes(code))) ??
    registers.at(0);
  // One begins with what most goals stand on.
  const usual = both.toSorted((a, b) => b.goals - a.goals).at(0);
  const indicator = both.find((one) => one.id === view.indicator) ?? usual;
  if (register === undefined) return <Empty says={words.noRegister} mend={words.noRegisterMend} />;
  if (indicator === undefined) return <Empty says={words.noIndicator} mend={words.noIndicatorMend} />;
  return (
    <>
      <p className="lead">{words.says}</p>
      <div className="form-line no-print">
        <Field name={words.register}>
          <select value={register.id} onChange={({ target }) => change({ own: target.value })}>
            {registers.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </Field>
        <Field name={words.indicator}>
          <select value={indicator.id} onChange={({ target }) => change({ indicator: target.value })}>
            {both.map((one) => (
              <option key={one.id} value={one.id}>
                {say(one.name)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Shown key={`${register.id} ${indicator.id}`} indicator={indicator.id} register={register} />
    </>
  );
}

function Empty({ says, mend }: { readonly says: string; readonly mend: string }) {
  return (
    <div className="empty">
      <p className="small-title">{says}</p>
      <p>{mend}</p>
    </div>
  );
}

function Shown({ indicator, register }: { readonly indicator: string; readonly register: RegisterEntry }) {
  const read = useQuery(indicatorQuery(indicator));
  if (read.isPending) return <PageShape rows={4} />;
  if (read.isError) return <Problem error={read.error} retry={() => read.refetch()} />;
  return <Reconciled indicator={read.data} register={register} />;
}
