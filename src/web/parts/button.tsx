import { Button as DesignButton } from "@navikt/ds-react/Button";
import type { ComponentProps, ReactNode } from "react";

/** How much a button asks for attention: one a page is `main`. */
type Weight = "main" | "plain" | "quiet";
const variants = { main: "primary", plain: "secondary", quiet: "tertiary" } as const;

type ButtonProps = Omit<ComponentProps<"button">, "color"> & {
  readonly weight?: Weight;
  readonly icon?: ReactNode;
  readonly iconPosition?: "left" | "right";
  readonly busy?: boolean;
};

/** Does something when it is pressed. */
export function Button({ weight = "plain", busy = false, type = "button", ...rest }: ButtonProps) {
  return (
    <DesignButton
      {...rest}
      type={type}
      size="small"
      variant={variants[weight]}
      data-color={weight === "main" ? "accent" : "neutral"}
      loading={busy}
    />
  );
}
