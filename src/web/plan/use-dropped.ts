import { useEffect, useRef } from "react";

/** Listens for files dragged onto the page: while one is over it, and when it is dropped. */
export function useDropped(onOver: (isOver: boolean) => void, onDrop: (file: File | undefined) => void): void {
  const current = useRef({ onOver, onDrop });
  current.current = { onOver, onDrop };
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const hear = (name: "dragover" | "dragleave" | "drop", act: (event: DragEvent) => void) =>
      addEventListener(name, act, { signal });
    hear("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      current.current.onOver(true);
    });
    hear("dragleave", (event) => event.relatedTarget === null && current.current.onOver(false));
    hear("drop", (event) => {
      event.preventDefault();
      current.current.onOver(false);
      current.current.onDrop(event.dataTransfer?.files[0]);
    });
    return () => listening.abort();
  }, []);
}
