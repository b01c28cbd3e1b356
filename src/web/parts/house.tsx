import { en } from "@navikt/ds-react/locales";
import { Provider } from "@navikt/ds-react/Provider";
import { Theme } from "@navikt/ds-react/Theme";
import { type ReactNode, useEffect } from "react";
import type { Language } from "#core/text/text.ts";
import { danish } from "./danish.ts";

/** The design system around everything: its colours, and its own few words in Danish or English. */
export function House({
  language,
  theme,
  children,
}: {
  readonly language: Language;
  readonly theme: "light" | "dark";
  readonly children: ReactNode;
}) {
  useEffect(() => {
    // Menus and dialogs stand outside the page's element, and take their colours from here.
    document.documentElement.classList.remove("light", "dark");
    document.documentElement.classList.add(theme);
  }, [theme]);
  return (
    <Provider locale={en} translations={language === "da" ? danish : undefined}>
      <Theme theme={theme}>{children}</Theme>
    </Provider>
  );
}
