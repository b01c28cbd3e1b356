import type { FastifyReply, FastifyRequest } from "fastify";
import type { House } from "./house.ts";

/** A cookie's name; over https with the prefix that binds it to this host. */
function nameOf({ address }: House, name: string): string {
  return isSecure(address) ? `__Host-${name}` : name;
}

function isSecure(address: string): boolean {
  return address.startsWith("https:");
}

/** The value of a cookie of ours, if it was sent. */
export function findCookie(house: House, request: FastifyRequest, name: string): string | undefined {
  return request.cookies[nameOf(house, name)];
}

/** Sets a cookie no script can read and no other site makes the browser send along with a write. */
export function setCookie(house: House, reply: FastifyReply, name: string, value: string, seconds: number): void {
  const secure = isSecure(house.address);
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure, maxAge: seconds } as const;
  reply.setCookie(nameOf(house, name), value, options);
}

/** Takes a cookie back. */
export function clearCookie(house: House, reply: FastifyReply, name: string): void {
  reply.clearCookie(nameOf(house, name), { path: "/", secure: isSecure(house.address) });
}
