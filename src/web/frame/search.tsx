import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useState } from "react";
import { sourcesQuery } from "../data/queries.ts";
import { indicatorsQuery } from "../indicators/queries.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { SearchIcon } from "../parts/icons.ts";
import { useSay, useWords } from "../text/language.tsx";
import { findable, type Hit, search } from "./hits.ts";
import { places } from "./places.ts";
import { plansQuery } from "./queries.ts";
import { useOverview } from "./use-basis.ts";
import { useKeys } from "./use-keys.ts";

/** The search: `/` opens it from anywhere. */
export function Search() {
  const { frame } = useWords();
  const [isOpen, setOpen] = useState(false);
  useKeys({ "/": () => setOpen(true) });
  return (
    <>
      <Button weight="quiet" className="header-search" icon={<SearchIcon aria-hidden />} onClick={() => setOpen(true)}>
        {frame.search} <kbd aria-hidden>/</kbd>
      </Button>
      <Dialog title={frame.search} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Seeking onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Seeking({ onDone }: { readonly onDone: () => void }) {
  const { frame } = useWords();
  const list = useId();
  const [sought, setSought] = useState("");
  const [at, setAt] = useState(0);
  const open = useOpening();
  const hits = search(useFindable(), sought, 40);
  const choose = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    onDone();
    open(hit);
  };
  const steer = (event: KeyboardEvent) => {
    if (event.key === "Enter") choose(hits[at]);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || hits.length === 0) return;
    event.preventDefault();
    setAt((at + step + hits.length) % hits.length);
  };
  return (
    <>
      <input
        className="search-field"
        type="search"
        role="combobox"
        aria-label={frame.searchLabel}
        placeholder={frame.searchLabel}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={hits.length > 0 ? `${list}-${at}` : undefined}
        value={sought}
        onChange={({ target }) => {
          setSought(target.value);
          setAt(0);
        }}
        onKeyDown={steer}
      />
      <p className="quiet small" role="status">
        {hits.length === 0 ? frame.noHits(sought) : `${frame.hits(hits.length)}. ${frame.searchHint}`}
      </p>
      <div id={list} role="listbox" aria-label={frame.search} className="hits">
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
          <div
            key={`${hit.kind} ${hit.id}`}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => choose(hit)}
          >
            <span>{hit.label}</span>
            <span className="quiet small">{frame[hit.kind]}</span>
          </div>
        ))}
      </div>
    </>
  );
}

function useFindable(): Hit[] {
  const words = useWords();
  const say = useSay();
  const overview = useOverview();
  const plans = useQuery(plansQuery).data?.plans ?? [];
  const indicators = useQuery(indicatorsQuery).data?.indicators ?? [];
  const series = useQuery(sourcesQuery).data?.series ?? [];
  // Without a plan in the address there is nowhere to show them.
  if (overview === undefined) return findable([], plans, [], [], [], say);
  return findable(
    overview.goals,
    plans,
    places.map(({ name }) => ({ name, label: words.places[name] })),
    indicators.map(({ id, name }) => ({ id, label: say(name) })),
    series.map(({ id, title, owner, table }) => ({
      id,
      label: `${say(title)} (${[owner, table].filter(Boolean).join(", ")})`,
    })),
    say,
  );
}

function useOpening(): (hit: Hit) => void {
  const navigate = useNavigate();
  const { plan = "" } = useParams({ strict: false });
  return ({ kind, id }) => {
    if (kind === "goals") navigate({ to: "/plans/$plan/goals/$goal", params: { plan, goal: id } });
    if (kind === "indicators") navigate({ to: "/plans/$plan/indicators/$indicator", params: { plan, indicator: id } });
    if (kind === "series") navigate({ to: "/plans/$plan/data/series/$series", params: { plan, series: id } });
    if (kind === "plans") navigate({ to: "/plans/$plan/overview", params: { plan: id }, search: {} });
    const place = kind === "places" ? places.find(({ name }) => name === id) : undefined;
    if (place !== undefined) navigate({ to: place.to, params: { plan } });
  };
}
