import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import type { Kept } from "#connectors/data-files/stored-series.ts";
import { BrokenInput, broken, type Fault } from "#core/faults/fault.ts";
import { getUpload, keepFile, makeUpload, removeUpload, tabled } from "#store/uploads.ts";
import { action } from "./action.ts";
import { type ImportRequest, importSeries } from "./import-series.ts";
import { type Data, seriesFolders } from "./open-data.ts";
import { uploads } from "./register-jobs.ts";

/** A file of figures as it comes, what is said of it, and who takes it in. */
export type Taking = {
  readonly data: Data;
  readonly municipality: string;
  readonly request: Omit<ImportRequest, "file">;
  readonly files: () => AsyncIterable<{ readonly filename: string; readonly file: Readable }>;
};

/**
 * Takes a file of figures in as a series beside its earlier fetches. The file itself goes when it is read; the figures
 * are kept, and every plan is followed on them from then on.
 *
 * @throws BrokenInput with every fault of the file, by its name and line, or of what was said of it
 */
export const takeSeries = action<Taking, Kept>({
  act: "import-series",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: ({ at, today }, { request, ...taking }) =>
    takenFile(taking, at, (file) => importSeries({ ...request, file }, { ...seriesFolders(taking.data), today })),
  tells: ({ request }, { series }) => ({
    subject: `series ${series.id} fetch ${series.vintage}`,
    query: request.indicator,
    count: series.observations.length,
  }),
});

/**
 * Does something with the one file that is sent, which goes afterwards.
 *
 * @throws BrokenInput with the file called as its sender calls it
 */
export async function takenFile<Result>(
  { data, municipality, files }: Omit<Taking, "request">,
  at: string,
  does: (file: string, upload: string) => Promise<Result>,
): Promise<Result> {
  const folder = uploads(data.folders);
  const upload = getUpload(folder, municipality, makeUpload(folder, municipality, at));
  try {
    return await does(join(upload, await keepOne(upload, files())), upload);
  } catch (error) {
    throw error instanceof BrokenInput ? new BrokenInput(error.faults.map(byName)) : error;
  } finally {
    removeUpload(upload);
  }
}

/** Keeps the one file that is sent, and answers its name. */
async function keepOne(upload: string, files: ReturnType<Taking["files"]>): Promise<string> {
  const names: string[] = [];
  for await (const { filename, file } of files) {
    await keepFile(upload, filename, file, tabled);
    names.push(filename);
  }
  if (names.length !== 1) throw broken("bad-request", { why: oneFile });
  return names[0];
}

/** A fault names the file as its sender does, and not where it lies here. */
function byName({ place, ...fault }: Fault): Fault {
  return { ...fault, place: { ...place, ...(place.file !== undefined && { file: basename(place.file) }) } };
}

const oneFile = { da: "der skal sendes én fil", en: "one file is to be sent" };
