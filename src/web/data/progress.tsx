import { useId } from "react";

/** How far something is, as a bar with its words. */
export function Progress({ share, label }: { readonly share: number; readonly label: string }) {
  const id = useId();
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={share} max={1} />
    </div>
  );
}
