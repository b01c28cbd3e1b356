import { z } from "zod";

/** An answer that is a file: it is sent as it is written, and not read by a schema. */
export const file = z.any().meta({ file: true });
