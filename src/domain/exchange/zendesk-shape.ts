/** Untrusted JSON, looked into without believing any of it. */
export type Json = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
export const objects = (value: unknown): readonly Json[] =>
  asList(value)
    .map(asObject)
    .filter((item) => item !== null);

/** A text without halves of characters, which JSON can spell and UTF-8 cannot. */
export const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** A text or a number as a text that SQLite and JSON can hold; null for anything else and for the empty text. */
export function asText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : wellFormed(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}

/** Any value as a text to keep: lists joined by blanks, objects as JSON. */
export function kept(value: unknown): string | null {
  if (Array.isArray(value)) return asText(value.map((item) => kept(item) ?? '').join(' '));
  return typeof value === 'object' && value !== null ? wellFormed(JSON.stringify(value)) : asText(value);
}

export type User = { readonly name: string; readonly email: string | null; readonly isCustomer: boolean };

/** What the records around the tickets say: read before the first ticket is made. */
export type Bundle = {
  readonly users: Map<string, User>;
  readonly groups: Map<string, string>;
  readonly organizations: Map<string, string>;
  readonly ticketFields: Map<string, string>;
  /** By ticket id. */
  readonly audits: Map<string, Json[]>;
  readonly comments: Map<string, Json[]>;
  readonly solvedAt: Map<string, string>;
  /** Which ticket an audit is of, for comments that name only their audit. */
  readonly ticketOfAudit: Map<string, string>;
};

export function emptyBundle(): Bundle {
  return {
    users: new Map(),
    groups: new Map(),
    organizations: new Map(),
    ticketFields: new Map(),
    audits: new Map(),
    comments: new Map(),
    solvedAt: new Map(),
    ticketOfAudit: new Map(),
  };
}

export type Found =
  | { readonly kind: 'ticket'; readonly value: Json }
  | { readonly kind: 'audit' | 'comment'; readonly value: Json; readonly ticketId: string | null }
  | { readonly kind: 'user' | 'group' | 'organization' | 'ticketField' | 'metric'; readonly value: Json };

const listKinds: Readonly<Record<string, Found['kind']>> = {
  tickets: 'ticket',
  ticket: 'ticket',
  audits: 'audit',
  audit: 'audit',
  ticket_audits: 'audit',
  comments: 'comment',
  comment: 'comment',
  users: 'user',
  user: 'user',
  groups: 'group',
  group: 'group',
  organizations: 'organization',
  organization: 'organization',
  ticket_fields: 'ticketField',
  metric_sets: 'metric',
  ticket_metrics: 'metric',
};

/**
 * Everything of use in a document, whatever it is wrapped in: API answers, pages of an incremental export, lists of
 * pages, recorded exchanges (`{uri, body}`), bare records. `depth` stops at what no export nests.
 */
export function* findRecords(value: unknown, ticketId: string | null = null, depth = 0): Generator<Found> {
  if (depth > 6) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* findRecords(item, ticketId, depth + 1);
    return;
  }
  const object = asObject(value);
  if (object === null) return;
  const bare = bareKind(object);
  if (bare !== null) {
    yield found(bare, object, ticketId);
    return;
  }
  yield* findInWrapper(object, ticketId, depth);
}

function* findInWrapper(object: Json, outer: string | null, depth: number): Generator<Found> {
  const ticketId =
    asText(object['ticket_id']) ?? asText(asObject(object['ticket'])?.['id']) ?? ticketOfUri(object['uri']) ?? outer;
  for (const [key, inner] of Object.entries(object)) {
    const kind = Object.hasOwn(listKinds, key) ? listKinds[key] : undefined;
    if (kind !== undefined) {
      for (const item of Array.isArray(inner) ? objects(inner) : objects([inner])) yield found(kind, item, ticketId);
    } else if (key === 'body' || key === 'data' || key === 'results' || key === 'pages') {
      yield* findRecords(inner, ticketId, depth + 1);
    }
  }
}

function found(kind: Found['kind'], value: Json, ticketId: string | null): Found {
  return kind === 'audit' || kind === 'comment'
    ? { kind, value, ticketId: asText(value['ticket_id']) ?? ticketId }
    : { kind, value };
}

const ticketOfUri = (uri: unknown) => /\/tickets\/(\d+)\/(?:comments|audits)/.exec(asText(uri) ?? '')?.[1] ?? null;

/** What a record without a wrapper is, by the fields only its kind has. */
function bareKind(object: Json): Found['kind'] | null {
  const has = (...keys: readonly string[]) => keys.some((key) => key in object);
  if (!has('id')) return null;
  if (Array.isArray(object['events']) && has('ticket_id', 'author_id')) return 'audit';
  if (has('author_id') && has('body', 'plain_body')) return 'comment';
  if (has('created_at') && has('requester_id', 'requester', 'subject')) return 'ticket';
  if (has('role') && has('name')) return 'user';
  return has('name') && (asText(object['url']) ?? '').includes('/groups/') ? 'group' : null;
}

/** Puts a record that is no ticket where tickets will look for it; says what was wrong with one of no use. */
export function addToBundle(bundle: Bundle, record: Exclude<Found, { kind: 'ticket' }>): string | null {
  const { value } = record;
  if (record.kind === 'audit' || record.kind === 'comment')
    return addOfTicket(bundle, record.kind, value, record.ticketId);
  const id = asText(value['id']);
  const name = asText(value['name']) ?? asText(value['title']);
  if (record.kind === 'metric') {
    const [ticket, solvedAt] = [asText(value['ticket_id']), asText(value['solved_at'])];
    if (ticket !== null && solvedAt !== null) bundle.solvedAt.set(ticket, solvedAt);
  } else if (id !== null && name !== null) {
    addNamed(bundle, record.kind, id, name, value);
  }
  return null;
}

function addNamed(
  bundle: Bundle,
  kind: 'user' | 'group' | 'organization' | 'ticketField',
  id: string,
  name: string,
  value: Json,
): void {
  if (kind === 'user') {
    bundle.users.set(id, { name, email: asText(value['email']), isCustomer: asText(value['role']) === 'end-user' });
  } else if (kind === 'group') bundle.groups.set(id, name);
  else if (kind === 'organization') bundle.organizations.set(id, name);
  else bundle.ticketFields.set(id, name);
}

function addOfTicket(bundle: Bundle, kind: 'audit' | 'comment', value: Json, named: string | null): string | null {
  const ticket = named ?? bundle.ticketOfAudit.get(asText(value['audit_id']) ?? '') ?? null;
  if (ticket === null) return `This ${kind} does not say which ticket it is of.`;
  const id = asText(value['id']);
  if (kind === 'audit' && id !== null) bundle.ticketOfAudit.set(id, ticket);
  const into = kind === 'audit' ? bundle.audits : bundle.comments;
  const list = into.get(ticket);
  if (list === undefined) into.set(ticket, [value]);
  else list.push(value);
  return null;
}
