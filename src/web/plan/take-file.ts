/**
 * The text of a file, to the letter; undefined when it is not UTF-8. A mark at its beginning is part of it, so that the
 * file can be handed out again byte for byte.
 */
export async function textOfFile(file: Blob): Promise<string | undefined> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** Hands a text to the person as a file. */
export function giveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/yaml;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
