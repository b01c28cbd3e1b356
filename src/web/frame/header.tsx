import type { Session, User } from "../answers.ts";
import { InternalHeader } from "../parts/internal-header.tsx";
import { useWords } from "../text/language.tsx";
import { AsOfChoice } from "./as-of-choice.tsx";
import { DataVersion } from "./data-version.tsx";
import { PlanSwitch } from "./plan-switch.tsx";
import { Search } from "./search.tsx";
import { useOverview } from "./use-basis.ts";
import { UserMenu } from "./user-menu.tsx";

/** The one line at the top: where one is, as of when, on which data, the search, and who one is. */
export function Header({ session, user }: { readonly session: Session; readonly user: User }) {
  const { app } = useWords();
  const overview = useOverview();
  return (
    <InternalHeader name={app.name}>
      <PlanSwitch />
      {overview && <AsOfChoice basis={overview.basis} period={overview.plan.period} today={session.today} />}
      {overview && <DataVersion basis={overview.basis} plan={overview.plan} />}
      <span className="header-space" />
      <Search />
      <UserMenu user={user} />
    </InternalHeader>
  );
}
