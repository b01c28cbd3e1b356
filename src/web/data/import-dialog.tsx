import { type ReactNode, useState } from "react";
import { useReach } from "../frame/use-reach.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";

/** A button, for those who may import series, that opens a dialog in which a file comes in. */
export function ImportDialog({
  label,
  title,
  children,
}: {
  readonly label: string;
  readonly title: string;
  /** What stands in the dialog, given what closes it. */
  readonly children: (close: () => void) => ReactNode;
}) {
  const reaches = useReach();
  const [isOpen, open] = useState(false);
  if (!reaches("import-series")) return null;
  const close = () => open(false);
  return (
    <>
      <Button onClick={() => open(true)}>{label}</Button>
      <Dialog title={title} isOpen={isOpen} onClose={close}>
        {children(close)}
      </Dialog>
    </>
  );
}
