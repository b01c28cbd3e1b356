import { InternalHeader as DesignHeader } from "@navikt/ds-react/InternalHeader";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** The dark line at the top of a staff tool, beginning with its name. */
export function InternalHeader({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <DesignHeader className="header">
      <Link to="/" className="header-name">
        <Mark />
        {name}
      </Link>
      {children}
    </DesignHeader>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="18" height="18" aria-hidden="true">
      <path fill="currentColor" fillRule="evenodd" d="M16 2 29 27H3zM11.3 18h9.4L16 9z" />
    </svg>
  );
}
