/** The delivery API: what is asked and what is answered, typed by its OpenAPI document. */

import type { components, operations } from "./generated/delivery.js";

type ListName = "events" | "sectors";
export type Query<Name extends ListName> = NonNullable<operations[Name]["parameters"]["query"]>;
type Answer<Name extends ListName> =
  operations[Name]["responses"][200]["content"]["application/json"];

export type Events = Answer<"events">;
export type Event = Events["items"][number];
export type Sector = Answer<"sectors">["items"][number];
export type Language = Event["locale"];
export type Picture = components["schemas"]["Picture"];
type Problem = components["schemas"]["Problem"];

/** The API answered, but not with what was asked for: the message says why, in English. */
export class Refused extends Error {}

/** The first part of a list. */
export function list<Name extends ListName>(
  site: string,
  name: Name,
  query: Query<Name>,
  signal: AbortSignal,
): Promise<Answer<Name>> {
  const address = new URL(`/api/delivery/v1/${name}/`, site);
  for (const [parameter, value] of Object.entries<unknown>(query)) {
    if (value !== null) {
      address.searchParams.set(parameter, String(value));
    }
  }
  return read<Answer<Name>>(address.href, signal);
}

/** The part of a list that follows `part`, or nothing after the last one. */
export async function after<Part extends { next: string | null }>(
  part: Part,
  signal: AbortSignal,
): Promise<Part | null> {
  return part.next === null ? null : read<Part>(part.next, signal);
}

/** The one place that trusts the OpenAPI document: what it promises is what arrives. */
async function read<Content>(address: string, signal: AbortSignal): Promise<Content> {
  const response = await fetch(address, { signal });
  if (response.ok) {
    return response.json();
  }
  const body: unknown = await response.json().catch(() => null);
  throw new Refused(isProblem(body) ? body.detail : `${response.status} ${response.statusText}`);
}

function isProblem(body: unknown): body is Pick<Problem, "detail"> {
  return (
    typeof body === "object" && body !== null && "detail" in body && typeof body.detail === "string"
  );
}
