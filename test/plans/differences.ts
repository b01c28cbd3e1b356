/** How two JSON values differ, a line for each place; members of a list are told apart by their `id` where they have one. */
export function differences(before: unknown, after: unknown, path = ""): string[] {
  if (before === after) return [];
  if (!isHolder(before) || !isHolder(after) || Array.isArray(before) !== Array.isArray(after))
    return [`${path}: ${shown(before)} → ${shown(after)}`];
  const [old, now] = [membersOf(before), membersOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) =>
    differences(old.get(key), now.get(key), path === "" ? key : `${path}.${key}`),
  );
}

function membersOf(holder: object): Map<string, unknown> {
  if (!Array.isArray(holder)) return new Map(Object.entries(holder));
  const members = new Map<string, unknown>();
  for (const [index, one] of holder.entries()) members.set(freeName(idOf(one) ?? String(index), members), one);
  return members;
}

/** A name nobody has yet: the second `a` is called `a 2`. */
function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name;
  for (let nth = 2; taken.has(free); nth++) free = `${name} ${nth}`;
  return free;
}

function idOf(value: unknown): string | undefined {
  return isHolder(value) && "id" in value && typeof value.id === "string" ? value.id : undefined;
}

function isHolder(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const json = JSON.stringify(value);
  return json.length > 160 ? `${json.slice(0, 160)}…` : json;
}
