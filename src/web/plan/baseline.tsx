import { useQuery } from "@tanstack/react-query";
import type { lookUpBaseline } from "#api/plan-editing.ts";
import { missingWords } from "#core/figures/figure.ts";
import { findPrinted } from "#core/figures/printed.ts";
import { call } from "../client.ts";
import { Button } from "../parts/button.tsx";
import { isAbsent, written } from "../parts/written.ts";
import { useLanguage } from "../text/language.tsx";
import { periodWords } from "./periods.ts";
import { type FormProps, NamedField } from "./sentence.tsx";
import { usePlanWords } from "./words.ts";

type Place = {
  readonly plan: string;
  readonly goal: string;
  readonly part: string | undefined;
  readonly register: string | undefined;
};

/** Where a part starts from: as the plan has it, and as the figures have it. */
export function BaselineFields({
  place,
  yaml,
  isSettled,
  ...props
}: FormProps & { readonly place: Place; readonly yaml: string; readonly isSettled: boolean }) {
  return (
    <div className="stack">
      <div className="fields">
        <NamedField
          {...props}
          blank={{
            path: "baseline.origin",
            takes: "choice",
            choices: (["stated", "expected", "computed", "missing"] as const).map((one) => [one, `origin-${one}`]),
          }}
        />
        <NamedField {...props} blank={{ path: "baseline.period", takes: "period" }} />
        <NamedField {...props} blank={{ path: "baseline.value", takes: "figure" }} />
        <NamedField
          {...props}
          blank={{
            path: "states.direction",
            takes: "choice",
            choices: [
              ["rise", "states-rise"],
              ["fall", "states-fall"],
              ["unchanged", "unchanged"],
            ],
          }}
        />
        {(props.values[`${props.prefix}states.direction`] ?? "") !== "" && (
          <NamedField {...props} blank={{ path: "states.by", takes: "figure" }} />
        )}
      </div>
      <Offer place={place} yaml={yaml} isSettled={isSettled} {...props} />
    </div>
  );
}

/** What the figures say of the baseline, to be taken with one press. */
function Offer({
  place: { plan, goal, part, register },
  yaml,
  isSettled,
  values,
  prefix,
  onWrite,
}: FormProps & { readonly place: Place; readonly yaml: string; readonly isSettled: boolean }) {
  const words = usePlanWords().form;
  const language = useLanguage();
  const asked = ["indicator", "area", "baseline.period", "target.against", "target.as", "target.kind", "target.period"];
  const rests = Object.entries(values).filter(
    ([path]) => asked.includes(path.slice(prefix.length)) || path.includes("where."),
  );
  const found = useQuery({
    queryKey: ["baseline", plan, goal, part ?? "", register ?? "", JSON.stringify(rests)],
    queryFn: () =>
      call<typeof lookUpBaseline>("POST", "/api/plans/:plan/goals/:goal/baseline", {
        params: { plan, goal },
        body: { yaml, part, register },
      }),
    enabled: isSettled,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (found.isError) return null;
  if (found.data === undefined) return <p className="offer quiet">{words.offeredLooking}</p>;
  const { figure, simulated } = found.data;
  if (isAbsent(figure))
    return <p className="offer quiet">{words.offeredNone(missingWords[figure.missing][language])}</p>;
  const danish = figure.printed;
  const stands = findPrinted(values[`${prefix}baseline.value`] ?? "")?.value === findPrinted(danish)?.value;
  const facts = [
    ...(figure.period === undefined ? [] : [periodWords(figure.period, language)]),
    ...(figure.origin === undefined ? [] : [figure.origin.source, figure.origin.table ?? ""]),
    ...(simulated ? [words.simulated] : []),
  ].filter((one) => one !== "");
  const take = () =>
    onWrite({
      ...values,
      [`${prefix}baseline.value`]: danish,
      [`${prefix}baseline.origin`]: "stated",
      ...(figure.period !== undefined && { [`${prefix}baseline.period`]: figure.period }),
    });
  return (
    <p className="offer">
      <span>
        {words.offered}: <b>{written(figure, language)}</b> <span className="quiet">({facts.join(", ")})</span>
      </span>
      {stands ? (
        <span className="quiet">{words.offeredSame}</span>
      ) : (
        <Button onClick={take}>{words.offeredTake}</Button>
      )}
    </p>
  );
}
