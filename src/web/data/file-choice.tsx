import { type DragEvent, useRef, useState } from "react";
import { Button } from "../parts/button.tsx";
import { droppedFiles } from "./chosen-files.ts";
import { useDataWords } from "./words.ts";

/** A place to drop a folder on; two buttons do the same by the keyboard. */
export function FileChoice({ onChoose }: { readonly onChoose: (files: readonly File[]) => void }) {
  const words = useDataWords().imports;
  const [isOver, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onChoose(await droppedFiles(event.dataTransfer));
  };
  const take = (input: HTMLInputElement) => {
    onChoose([...(input.files ?? [])]);
    // The same folder can be chosen again once it is mended.
    input.value = "";
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be dropped can also be chosen with the buttons inside
    <div className="drop" data-over={isOver} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      <p>{isOver ? words.over : words.drop}</p>
      <div className="row-of-buttons">
        <Button onClick={() => folder.current?.click()}>{words.folder}</Button>
        <Button onClick={() => files.current?.click()}>{words.files}</Button>
      </div>
      <p className="quiet small">{words.which}</p>
      <input
        ref={(input) => {
          folder.current = input;
          input?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        multiple
        hidden
        aria-label={words.folder}
        onChange={({ target }) => take(target)}
      />
      <input ref={files} type="file" multiple hidden aria-label={words.files} onChange={({ target }) => take(target)} />
    </div>
  );
}
