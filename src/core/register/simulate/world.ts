import type { Day } from "../../calendar/day.ts";
import type { Month } from "../../calendar/month.ts";
import type { Random } from "../../stats/random.ts";
import type { Span } from "../columns.ts";
import type { WriteRow } from "../row.ts";
import type { Company, Market } from "./companies/company.ts";
import type { Model } from "./model/model.ts";
import type { OfferKind } from "./model/offers.ts";
import type { State } from "./model/state.ts";
import type { Traits } from "./model/traits.ts";
import type { ActivationControl, OfferControl } from "./offers/control.ts";
import type { StockControl } from "./stocks/control.ts";
import type { Path } from "./stocks/path.ts";

/** Everything that is going on. Only what touches `span` is written. */
export type World = {
  readonly model: Model;
  readonly random: Random;
  readonly write: WriteRow;
  readonly span: Span;
  readonly places: readonly Place[];
  /** Every municipality one can move to, and how many live there; those not simulated have no place. */
  readonly destinations: readonly { readonly place: Place | undefined; readonly upTo: number }[];
  /** Whether every municipality is simulated, so that nobody moves in from outside. */
  readonly isWhole: boolean;
  readonly ids: Ids;
  now: Now;
};

/** How many of each kind have been given a number. */
export type Ids = {
  person: number;
  offer: number;
  conversation: number;
  contact: number;
  order: number;
  agreement: number;
};

/** The month that is being lived: its first day, the first after it, and what season and business cycle do. */
export type Now = {
  readonly month: Month;
  readonly first: Day;
  readonly end: Day;
  readonly intoWork: number;
  readonly intoEducation: number;
};

/** One municipality: the people who are or have recently been on a benefit there, and its companies. */
export type Place = {
  readonly code: string;
  readonly people: number;
  readonly employment: number;
  /** By the place of their state; a person's `slot` is the place in the list. */
  readonly lists: readonly Person[][];
  readonly stocks: readonly StockControl[];
  readonly offers: readonly OfferControl[];
  /** The shares of people in any offer, and of those in education, where a plan gives them. */
  readonly activation: readonly ActivationControl[];
  readonly supplement: Path;
  readonly market: Market;
};

export type Person = Traits & {
  /** Empty until something of the person is written. */
  id: string;
  readonly birth: Day;
  readonly fund: string | undefined;
  readonly hidden: number;
  readonly pension: Day;
  education: Traits["education"];
  place: Place;
  slot: number;
  state: State;
  /** The first day in the state. */
  since: Day;
  /** The day until which the life has been drawn. */
  lived: Day;
  /** The day on which the state ends by itself. */
  until: Day;
  /** The first day of support without a break, and the first day after the latest. */
  supported: Day;
  leftSupport: Day;
  /** What the person's traits do to coming into work and education. */
  intoWork: number;
  intoEducation: number;
  /** Where a short job, a sickness or a subsidised job leads back to. */
  back: { readonly state: State; readonly since: Day } | undefined;

  residentSince: Day;
  code: string;
  codeSince: Day;
  degree: number;
  category: string;
  categorySince: Day;
  case: Case | undefined;
  job: Job | undefined;
  study: Study | undefined;
  programme: { readonly from: Day; readonly ground: "flygtning" | "familiesammenfoert" | "anden" } | undefined;
  supplementSince: Day | undefined;
  goals: { readonly from: Day; readonly occupations: readonly string[] } | undefined;
  offer: Course | undefined;
  /** The latest offer that ended, and when it ceases to work. */
  after: { readonly kind: OfferKind; readonly until: Day } | undefined;
  nextTalk: Day;
  nextScore: Day;
  progress: number;
};

/** A case with a unit and a worker. */
export type Case = { readonly unit: string; readonly worker: string; readonly from: Day };

/** An employment. */
export type Job = {
  readonly from: Day;
  readonly hours: number;
  readonly kind: "ordinaer" | "fleksjob" | "skaanejob";
  readonly company: Company | undefined;
  readonly occupation: string;
  readonly order: string | undefined;
};

/** An education. */
export type Study = {
  readonly from: Day;
  readonly to: Day;
  readonly kind: string;
  readonly completes: boolean;
};

/** A course of an offer, planned or begun. */
export type Course = {
  readonly kind: OfferKind;
  readonly from: Day;
  readonly to: Day;
  readonly hours: number;
  readonly company: Company | undefined;
  begun: boolean;
};
