/** How many times to kill: all of them in `npm run test:kills`, a tenth in an ordinary run. */
export function killsOf(all: number): number {
  return process.env.KILLS === "all" ? all : all / 10;
}
