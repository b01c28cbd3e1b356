import { type ReactNode, useEffect, useState } from "react";
import { House } from "../parts/house.tsx";
import { Speaking } from "../text/language.tsx";
import { type ThemeChoice, usePreference } from "./preferences.ts";

/** Language and light as the person has chosen them. */
export function Dressed({ children }: { readonly children: ReactNode }) {
  const [language] = usePreference("language");
  const [choice] = usePreference("theme");
  const theme = useTheme(choice);
  return (
    <Speaking language={language}>
      <House language={language} theme={theme}>
        {children}
      </House>
    </Speaking>
  );
}

const darkness = "(prefers-color-scheme: dark)";

function useTheme(choice: ThemeChoice): "light" | "dark" {
  const [isDark, setDark] = useState(() => matchMedia(darkness).matches);
  useEffect(() => {
    const query = matchMedia(darkness);
    const follow = () => setDark(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  if (choice !== "system") return choice;
  return isDark ? "dark" : "light";
}
