import { clip, limits } from './clip.ts';
import type { Author } from './history.ts';
import { unknownRequester } from './snapshot-draft.ts';
import { asObject, asText } from './zendesk-shape.ts';
import type { Bundle, Json } from './zendesk-shape.ts';

/** Names for the ids of one ticket. */
export type Names = {
  readonly requester: { readonly name: string; readonly email: string | null };
  readonly author: (id: unknown, via?: unknown) => Author;
  /** Who said something: somebody also where the file does not say who. */
  readonly writer: (id: unknown, via?: unknown) => Author;
  readonly user: (id: unknown) => string | null;
  readonly group: (id: unknown) => string | null;
};

const zendesk: Author = { kind: 'system', name: 'Zendesk' };
const unknownAgent: Author = { kind: 'agent', name: 'Unknown agent' };
const short = (name: string) => clip(name, limits.name);

/** Resolves users and groups by what the file says of them; one it does not know is called by its id. */
export function namesFor(bundle: Bundle, ticket: Json): Names {
  const requesterId = asText(ticket['requester_id']);
  const requester = requesterOf(bundle, ticket, requesterId);
  const user = (raw: unknown) => {
    const id = asText(raw);
    if (id === null || id === '-1' || id === '0') return null;
    return short(bundle.users.get(id)?.name ?? (id === requesterId ? requester.name : `User ${id}`));
  };
  const author: Names['author'] = (raw, via) => {
    const rule = ruleName(via);
    if (rule !== null) return { kind: 'system', name: rule };
    const name = user(raw);
    if (name === null) return zendesk;
    const id = asText(raw) ?? '';
    const isCustomer = id === requesterId || bundle.users.get(id)?.isCustomer === true;
    return { kind: isCustomer ? 'customer' : 'agent', name };
  };
  return {
    requester,
    user,
    group: (raw) => {
      const id = asText(raw);
      return id === null || id === '0' ? null : short(bundle.groups.get(id) ?? `Group ${id}`);
    },
    author,
    // Zendesk itself (-1) and its rules reply by themselves, which answers nobody. SPEC SLA-11, IMP-13.
    writer: (raw, via) => (ruleName(via) === null && asText(raw) === null ? unknownAgent : author(raw, via)),
  };
}

function requesterOf(bundle: Bundle, ticket: Json, id: string | null): Names['requester'] {
  const known = id === null ? undefined : bundle.users.get(id);
  if (known !== undefined) return { name: short(known.name), email: known.email };
  const inline = asObject(ticket['requester']) ?? {};
  const from = asObject(asObject(asObject(ticket['via'])?.['source'])?.['from']) ?? {};
  const email = asText(inline['email']) ?? asText(from['address']);
  const name = asText(inline['name']) ?? asText(from['name']) ?? email;
  return { name: short(name ?? (id === null ? unknownRequester : `User ${id}`)), email };
}

/** The trigger or automation that acted, where it was one. */
function ruleName(via: unknown): string | null {
  const channel = asText(asObject(via)?.['channel']);
  if (channel !== 'rule' && channel !== 'system') return null;
  return short(asText(asObject(asObject(asObject(via)?.['source'])?.['from'])?.['title']) ?? 'Zendesk');
}
