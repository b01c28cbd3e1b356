import { createHash } from "node:crypto";
import { Transform } from "node:stream";

/** Lets bytes through and tells, once they are all through, how many they were and their hash. */
export function measuring() {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, measured: () => ({ bytes, sha256: hash.digest("hex") }) };
}
