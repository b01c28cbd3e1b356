/** Names of the files a register can be made of; the server takes no others. */
const taken = /\.(csv|txt|tsv|gz|parquet|json|yaml)$/i;

/** What somebody chose: the files that are sent, and those that are left out. */
export type Chosen = { readonly files: readonly File[]; readonly ignored: readonly string[] };

/**
 * Parts the files of a register from what else lies in a folder.
 *
 * @example chosenOf([new File([], "persons.csv"), new File([], "Thumbs.db")]).ignored // ["Thumbs.db"]
 */
export function chosenOf(all: readonly File[]): Chosen {
  return {
    files: all.filter(({ name }) => taken.test(name)),
    ignored: all.filter(({ name }) => !taken.test(name)).map(({ name }) => name),
  };
}

/** Every file that was dropped, those in folders too. */
export async function droppedFiles(dropped: DataTransfer): Promise<File[]> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return (await Promise.all(entries.map(filesBelow))).flat();
}

async function filesBelow(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: File[] = [];
  // A reader hands out a hundred at a time, and an empty list at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    found.push(...(await Promise.all(some.map(filesBelow))).flat());
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
