import { type ReactNode, useId, useRef, useState } from "react";

/**
 * A button that opens a small surface beside itself. The browser keeps it in front, closes it on Esc or a press elsewhere,
 * and gives the focus back.
 */
export function Popup({
  label,
  className = "",
  name,
  title,
  tabIndex,
  children,
}: {
  /** What the button shows. */
  readonly label: ReactNode;
  readonly className?: string;
  /** What a screen reader calls the button, when what it shows does not say. */
  readonly name?: string;
  /** The heading of what opens. */
  readonly title: string;
  readonly tabIndex?: number;
  /** What opens; it is made when it is asked for. */
  readonly children: (close: () => void) => ReactNode;
}) {
  const id = useId();
  const surface = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`popup-button ${className}`}
        popoverTarget={id}
        aria-label={name}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        tabIndex={tabIndex}
      >
        {label}
      </button>
      <div
        id={id}
        ref={surface}
        popover="auto"
        className="popup"
        role="dialog"
        aria-label={title}
        onToggle={({ newState }) => setOpen(newState === "open")}
      >
        {isOpen && children(() => surface.current?.hidePopover())}
      </div>
    </>
  );
}
