import { useNavigate } from "@tanstack/react-router";
import { addDays, findDay, formatDay } from "#core/calendar/day.ts";
import { findPeriod, splitInto } from "#core/calendar/period.ts";
import type { Basis } from "../answers.ts";
import { Button } from "../parts/button.tsx";
import { ChevronDownIcon } from "../parts/icons.ts";
import { Popup } from "../parts/popup.tsx";
import { useLanguage, useWords, wordsOfDay } from "../text/language.tsx";

/** The day the plan is taken stock of. Another day computes everything anew. */
export function AsOfChoice({
  basis: { asOf, defaultAsOf },
  period,
  today,
}: {
  readonly basis: Basis;
  readonly period: string;
  readonly today: string;
}) {
  const { frame } = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const say = (day: string) => wordsOfDay(day, language);
  const choose = (day: string) =>
    navigate({ to: ".", search: (old) => ({ ...old, asOf: day === defaultAsOf ? undefined : day }) });
  const quarters = quarterEnds(period).filter((day) => day <= today);
  return (
    <Popup
      title={frame.chooseAsOf}
      className="header-button"
      label={
        <>
          {frame.asOf(say(asOf))} <ChevronDownIcon aria-hidden />
        </>
      }
    >
      {(close) => {
        const chosen = (day: string) => () => {
          close();
          choose(day);
        };
        return (
          <div className="stack">
            <p className="popup-title">{frame.chooseAsOf}</p>
            <p className="quiet small">{frame.asOfWhy}</p>
            <div className="row-of-buttons">
              <Button onClick={chosen(defaultAsOf)}>{frame.defaultDay(say(defaultAsOf))}</Button>
              {today !== defaultAsOf && <Button onClick={chosen(today)}>{frame.today(say(today))}</Button>}
            </div>
            {quarters.length > 0 && (
              <>
                <p className="small-title">{frame.quarterEnds}</p>
                <div className="row-of-buttons">
                  {quarters.map((day) => (
                    <Button key={day} weight={day === asOf ? "plain" : "quiet"} onClick={chosen(day)}>
                      {say(day)}
                    </Button>
                  ))}
                </div>
              </>
            )}
            <OwnDay
              asOf={asOf}
              onUse={(day) => {
                close();
                choose(day);
              }}
            />
          </div>
        );
      }}
    </Popup>
  );
}

function OwnDay({ asOf, onUse }: { readonly asOf: string; readonly onUse: (day: string) => void }) {
  const { frame } = useWords();
  return (
    <form
      className="own-day"
      onSubmit={(event) => {
        event.preventDefault();
        const day = new FormData(event.currentTarget).get("day");
        if (typeof day === "string" && findDay(day) !== undefined) onUse(day);
      }}
    >
      <label>
        <span className="small-title">{frame.ownDay}</span>
        <input type="date" name="day" defaultValue={asOf} required />
      </label>
      <Button type="submit">{frame.use}</Button>
    </form>
  );
}

/** The last days of the quarters in a period. */
function quarterEnds(period: string): string[] {
  const found = findPeriod(period);
  return found === undefined ? [] : splitInto(found, "quarter").map(({ to }) => formatDay(addDays(to, -1)));
}
