import { useQuery } from "@tanstack/react-query";
import { MunicipalityChoice, useChosen, useMunicipalities } from "../frame/municipality-choice.tsx";
import { useReach } from "../frame/use-reach.ts";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useLanguage, useSay, wordsOfDay, wordsOfMoment } from "../text/language.tsx";
import type { Parameter } from "./answers.ts";
import { limitInWords } from "./limits.ts";
import { parametersQuery } from "./queries.ts";
import { SettingForm } from "./setting-form.tsx";
import type { AdministrationView, Change } from "./view.ts";
import { useWhere } from "./where.ts";
import { useAdministrationWords } from "./words.ts";

/** The limits and thresholds of a municipality: what they are, what they do, and since when. */
export function Parameters({ view, change }: { readonly view: AdministrationView; readonly change: Change }) {
  const { municipality: label } = useAdministrationWords();
  const among = useMunicipalities("read-parameters");
  const municipality = useChosen(among, view.municipality);
  if (municipality === undefined) return <PageShape rows={6} />;
  return (
    <>
      {among.length > 1 && (
        <div className="form-line">
          <MunicipalityChoice
            label={label}
            among={among}
            chosen={municipality}
            onChoose={(id) => change({ municipality: id })}
          />
        </div>
      )}
      <Limits municipality={municipality} />
    </>
  );
}

function Limits({ municipality }: { readonly municipality: string }) {
  const words = useAdministrationWords().parameters;
  const where = useWhere();
  const reaches = useReach();
  const list = useQuery(parametersQuery(municipality));
  if (list.isPending) return <PageShape rows={6} />;
  if (list.isError) return <Problem error={list.error} retry={() => list.refetch()} />;
  const { parameters } = list.data;
  const changed = parameters.filter((one) => one.value !== one.default).length;
  const mayWrite = reaches("write-parameters");
  return (
    <>
      <p className="lead">{words.says(changed, parameters.length, where(municipality))}</p>
      <p className="quiet small">{words.why}</p>
      <div className="limits">
        {parameters.map((parameter) => (
          <Limit
            key={`${municipality} ${parameter.name}`}
            municipality={municipality}
            parameter={parameter}
            mayWrite={mayWrite}
          />
        ))}
      </div>
      {!mayWrite && <p className="page-foot">{words.mayNot}</p>}
    </>
  );
}

function Limit({
  municipality,
  parameter,
  mayWrite,
}: {
  readonly municipality: string;
  readonly parameter: Parameter;
  readonly mayWrite: boolean;
}) {
  const words = useAdministrationWords().parameters;
  const language = useLanguage();
  const say = useSay();
  const { label, says, value, unit, low, high, set } = parameter;
  const write = (figure: number) => limitInWords(figure, unit, language);
  return (
    <article className="limit">
      <h2>{say(label)}</h2>
      <p className="limit-now">
        <b className="figure-large">{write(value)}</b>{" "}
        <span className="quiet small">
          {value === parameter.default ? words.isDefault : words.default(write(parameter.default))} ·{" "}
          {words.between(write(low), write(high))}
        </span>
      </p>
      <p>{say(says)}</p>
      {set.length > 0 && (
        <details>
          <summary>{words.history}</summary>
          <ul className="notes">
            {set.map(({ from, value: then, by, at }) => (
              <li key={`${from} ${at}`}>
                {words.setLine(write(then), wordsOfDay(from, language), by, wordsOfMoment(at, language))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayWrite && <SettingForm municipality={municipality} parameter={parameter} />}
    </article>
  );
}
