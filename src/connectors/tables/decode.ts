/**
 * The text of a file from a Danish office: UTF-8 or UTF-16 when a byte-order mark says so, UTF-8 when its bytes are
 * valid UTF-8, else Windows-1252, in which every byte is a letter.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
