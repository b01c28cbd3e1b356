import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { signOutHere } from "#api/session.ts";
import type { User } from "../answers.ts";
import { call } from "../client.ts";
import { Menu, MenuChoice, MenuGroup, MenuItem } from "../parts/menu.tsx";
import { useSay, useWords } from "../text/language.tsx";
import { usePreference } from "./preferences.ts";
import { changeSession } from "./queries.ts";

/** Who is signed in, as what; language, light, and the way out. */
export function UserMenu({ user }: { readonly user: User }) {
  const { frame } = useWords();
  const say = useSay();
  const [language, setLanguage] = usePreference("language");
  const [theme, setTheme] = usePreference("theme");
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { plan } = useParams({ strict: false });
  const leaving = useMutation({
    mutationFn: () => call<typeof signOutHere>("DELETE", "/api/session"),
    onSuccess: (session) => changeSession(queries, session),
  });
  const roles = [...new Set(user.roles.map(({ label }) => say(label)))].join(", ");
  return (
    <Menu
      className="header-user-menu"
      label={
        <span className="header-user">
          {user.name}
          <span className="header-role">{roles}</span>
        </span>
      }
    >
      <MenuChoice
        label={frame.language}
        value={language}
        options={[
          { value: "da", label: "Dansk" },
          { value: "en", label: "English" },
        ]}
        onChoose={(value) => setLanguage(value === "en" ? "en" : "da")}
      />
      <MenuChoice
        label={frame.theme}
        value={theme}
        options={(["light", "dark", "system"] as const).map((value) => ({ value, label: frame[value] }))}
        onChoose={(value) => setTheme(value === "light" || value === "dark" ? value : "system")}
      />
      <MenuGroup label={frame.user}>
        {plan !== undefined && (
          <MenuItem onSelect={() => navigate({ to: "/plans/$plan/me", params: { plan } })}>{frame.own}</MenuItem>
        )}
        <MenuItem onSelect={() => leaving.mutate()}>{frame.signOut}</MenuItem>
      </MenuGroup>
    </Menu>
  );
}
