import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../text/language.tsx";
import { Button } from "./button.tsx";
import { CloseIcon } from "./icons.ts";

/** A surface in front of the page that must be closed before one goes on; Esc closes it. Its first field has the focus. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { app } = useWords();
  const surface = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!isOpen) return surface.current?.close();
    surface.current?.showModal();
    surface.current?.querySelector<HTMLElement>("input, textarea, select")?.focus();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key that closes a dialog is Esc, and the browser sees to it
    <dialog
      ref={surface}
      className="dialog"
      aria-label={title}
      onClose={onClose}
      onClick={({ target }) => target === surface.current && onClose()}
    >
      {isOpen && (
        <div className="dialog-inside">
          <div className="dialog-head">
            <h2>{title}</h2>
            <Button weight="quiet" icon={<CloseIcon aria-hidden />} aria-label={app.close} onClick={onClose} />
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
