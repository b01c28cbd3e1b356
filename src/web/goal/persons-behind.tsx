import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { listPersonsBehind } from "#api/persons-behind.ts";
import { writeFigure } from "#core/figures/write.ts";
import type { Basis, Goal, GoalPart } from "../answers.ts";
import { call } from "../client.ts";
import { useMay } from "../frame/use-may.ts";
import { Button } from "../parts/button.tsx";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { isAbsent } from "../parts/written.ts";
import { useLanguage, useWords, wordsOfDay, wordsOfPeriod } from "../text/language.tsx";

type Asked = {
  readonly plan: string;
  readonly goal: string;
  readonly part: string;
  readonly register: string;
  readonly asOf: string;
  readonly period: string;
  readonly page: number;
};

/** A page of persons; asking for one is logged, so it is asked for once and only when somebody wants it. */
function personsQuery({ plan, goal, ...query }: Asked) {
  return queryOptions({
    queryKey: ["persons-behind", plan, goal, query],
    queryFn: () =>
      call<typeof listPersonsBehind>("GET", "/api/plans/:plan/goals/:goal/persons", { params: { plan, goal }, query }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  });
}

/** «Personerne bag tallet»: for those who may, when they ask, by the source's own numbers only. */
export function PersonsBehind({
  plan,
  goal,
  part,
  basis,
}: {
  readonly plan: string;
  readonly goal: Goal;
  readonly part: GoalPart;
  readonly basis: Basis;
}) {
  const words = useWords().goal;
  const language = useLanguage();
  const mayList = useMay("list-persons");
  const [isWanted, want] = useState(false);
  const { register } = basis;
  const period = isAbsent(part.latest) ? undefined : part.latest.period;
  const isOfOthers = !isAbsent(part.latest) && part.latest.unit === "companies";
  if (!mayList || register === undefined || part.indicator === undefined || period === undefined || isOfOthers)
    return null;
  return (
    <section>
      <h2>{words.persons}</h2>
      <p className="quiet">{words.personsWhy(wordsOfPeriod(period, language))}</p>
      {isWanted ? (
        <Persons
          {...{ plan, period }}
          {...{ goal: goal.id, part: part.id, register: register.id, asOf: basis.asOf }}
          onHide={() => want(false)}
        />
      ) : (
        <Button onClick={() => want(true)}>{words.showPersons}</Button>
      )}
    </section>
  );
}

function Persons({ onHide, ...asked }: Omit<Asked, "page"> & { readonly onHide: () => void }) {
  const words = useWords().goal;
  const language = useLanguage();
  const [page, turn] = useState(1);
  const found = useQuery(personsQuery({ ...asked, page }));
  if (found.isPending) return <PageShape rows={4} />;
  if (found.isError) return <Problem error={found.error} retry={() => found.refetch()} />;
  const { count, base, narrowedTo, pages, persons, unit, asOf, period } = found.data;
  const amount = (value: number) =>
    writeFigure({ value, unit: unit === "share" ? "count" : unit }, language, { decimals: value % 1 === 0 ? 0 : 2 });
  return (
    <div className="persons-behind" aria-busy={found.isPlaceholderData}>
      <p role="status">
        {words.personsCount(count, wordsOfPeriod(period, language), wordsOfDay(asOf, language))}
        {base !== undefined && ` ${words.personsBase(base)}`}
        {narrowedTo !== undefined && ` ${words.personsNarrowed(narrowedTo.join(", "))}`}
      </p>
      <ul className="persons" aria-label={words.persons}>
        {persons.map((one) => (
          <li key={one.id}>
            <code>{one.id}</code> <span className="quiet">{amount(one.amount)}</span>
          </li>
        ))}
      </ul>
      <div className="row-of-buttons no-print">
        {pages > 1 && (
          <>
            <Button disabled={page <= 1} onClick={() => turn(page - 1)}>
              {words.personsBefore}
            </Button>
            <span>{words.personsPage(page, pages)}</span>
            <Button disabled={page >= pages} onClick={() => turn(page + 1)}>
              {words.personsAfter}
            </Button>
          </>
        )}
        <Button weight="quiet" onClick={onHide}>
          {words.hidePersons}
        </Button>
      </div>
    </div>
  );
}
