import { ActionMenu } from "@navikt/ds-react/ActionMenu";
import { createContext, type ReactElement, type ReactNode, useContext, useState } from "react";
import { Button } from "./button.tsx";
import { ChevronDownIcon } from "./icons.ts";

/** Closes the menu that something stands in. */
const Closing = createContext<() => void>(() => undefined);

/** A button that opens a list of things to do or choose; arrows, Enter and Esc work in it. */
export function Menu({
  label,
  trigger,
  className = "",
  children,
}: {
  readonly label?: ReactNode;
  readonly className?: string;
  /** Another button than the ordinary one. */
  readonly trigger?: ReactElement;
  readonly children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    // What opens is put in the page's content, so that a screen reader finds it in a landmark.
    <ActionMenu rootElement={document.getElementById("content")} open={isOpen} onOpenChange={setOpen}>
      <ActionMenu.Trigger>
        {trigger ?? (
          <Button
            weight="quiet"
            className={`menu-button ${className}`}
            icon={<ChevronDownIcon aria-hidden />}
            iconPosition="right"
          >
            {label}
          </Button>
        )}
      </ActionMenu.Trigger>
      <ActionMenu.Content className="menu">
        <Closing value={() => setOpen(false)}>{children}</Closing>
      </ActionMenu.Content>
    </ActionMenu>
  );
}

/** One thing to do. */
export function MenuItem({ onSelect, children }: { readonly onSelect: () => void; readonly children: ReactNode }) {
  return <ActionMenu.Item onSelect={onSelect}>{children}</ActionMenu.Item>;
}

/** Somewhere to go, or something to download. */
export function MenuLink({
  href,
  download,
  children,
}: {
  readonly href: string;
  readonly download?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <ActionMenu.Item as="a" href={href} download={download === true ? "" : undefined}>
      {children}
    </ActionMenu.Item>
  );
}

/** One of several; the menu is gone once it is chosen. */
export function MenuChoice({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[];
  readonly onChoose: (value: string) => void;
}) {
  const close = useContext(Closing);
  const choose = (chosen: string) => {
    close();
    onChoose(chosen);
  };
  return (
    <ActionMenu.RadioGroup label={label} value={value} onValueChange={choose}>
      {options.map((one) => (
        <ActionMenu.RadioItem key={one.value} value={one.value}>
          {one.label}
        </ActionMenu.RadioItem>
      ))}
    </ActionMenu.RadioGroup>
  );
}

/** Any of several; the menu stays open while they are ticked. */
export function MenuTicks({
  label,
  ticked,
  options,
  onTick,
}: {
  readonly label: string;
  readonly ticked: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[];
  readonly onTick: (ticked: readonly string[]) => void;
}) {
  return (
    <ActionMenu.Group label={label}>
      {options.map(({ value, label: words }) => (
        <ActionMenu.CheckboxItem
          key={value}
          checked={ticked.includes(value)}
          onCheckedChange={(checked) =>
            onTick(checked ? [...ticked, value] : ticked.filter((other) => other !== value))
          }
        >
          {words}
        </ActionMenu.CheckboxItem>
      ))}
    </ActionMenu.Group>
  );
}

/** Things of a kind under one heading. */
export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <ActionMenu.Group label={label}>{children}</ActionMenu.Group>;
}
