import type { Priority, Status } from '../../contract/index.ts';
import type { DraftEvent, TicketDraft } from '../tickets/draft.ts';
import { clip, limits } from './clip.ts';
import { maxFieldChars } from './csv-reader.ts';
import type { DateCell } from './date-reader.ts';
import { change, created, draftOf, importer } from './history.ts';
import type { Author, DraftBase } from './history.ts';
import { shown } from './item.ts';
import type { Sink, Snapshot, Warn } from './snapshot.ts';
import { snapshotDraft, subjectFor } from './snapshot-draft.ts';
import { knownChannel, knownCsat, knownPriority, knownStatus } from './values.ts';
import { auditEvents, firstValue, message } from './zendesk-events.ts';
import type { Audit } from './zendesk-events.ts';
import { namesFor } from './zendesk-people.ts';
import type { Names } from './zendesk-people.ts';
import { asList, asObject, asText, kept, objects, wellFormed } from './zendesk-shape.ts';
import type { Bundle, Json } from './zendesk-shape.ts';

export type TicketReader = (ticket: Json, place: number, sink: Sink) => TicketDraft | null;

type Refusal = { readonly column: string | null; readonly value: string | null; readonly reason: string };
type Context = {
  readonly bundle: Bundle;
  readonly names: Names;
  readonly date: (text: string) => DateCell;
  readonly warn: Warn;
};

/**
 * Makes drafts of Zendesk tickets as its API gives them (SPEC IMP-13): audits give the history, comments the
 * conversation, users and groups the names. `place` is the record's place in the file.
 */
export function createTicketReader(bundle: Bundle, date: (text: string) => DateCell): TicketReader {
  return (ticket, place, sink) => {
    const refuse = (refusal: Refusal) => {
      const row = [clip(wellFormed(JSON.stringify(ticket)), 100_000)];
      sink({ kind: 'reject', line: place, ...refusal, row });
      return null;
    };
    const externalId = asText(ticket['id']);
    const refusal =
      externalId === null ? because('id', null, 'The ticket has no id.') : refusalOf(ticket, bundle, date);
    if (externalId === null || refusal !== null) return refuse(refusal ?? because('id', null, 'The ticket has no id.'));
    const warn: Warn = (reason, column = null, value = null) =>
      sink({ kind: 'warning', line: place, column, value: value === null ? null : shown(value), reason, externalId });
    const context = { bundle, names: namesFor(bundle, ticket), date, warn };
    return build(snapshotOf(ticket, externalId, place, context), ticket, context);
  };
}

const because = (column: string | null, value: string | null, reason: string): Refusal => ({
  column,
  value: value === null ? null : shown(value),
  reason,
});

function refusalOf(ticket: Json, bundle: Bundle, date: Context['date']): Refusal | null {
  if (ticket['status'] === 'deleted') return because('status', 'deleted', 'The ticket was deleted in Zendesk.');
  for (const column of ['created_at', 'updated_at'] as const) {
    const text = asText(ticket[column]);
    if (text === null && column === 'created_at')
      return because(column, null, 'The ticket does not say when it was created.');
    const read = text === null ? null : date(text);
    if (read?.at === null) return because(column, text, read.reason);
  }
  const id = asText(ticket['id']) ?? '';
  const records = [ticket, ...objects(ticket['comments']), ...(bundle.comments.get(id) ?? [])];
  const huge = records.some((record) =>
    ['body', 'description', 'subject'].some((key) => (asText(record[key])?.length ?? 0) > maxFieldChars),
  );
  return huge ? because(null, null, 'A field holds more than 10 million characters.') : null;
}

const at = (context: Context, value: unknown): number | null => {
  const text = asText(value);
  return text === null ? null : context.date(text).at;
};

function snapshotOf(ticket: Json, externalId: string, line: number, context: Context): Snapshot {
  const { names, bundle, warn } = context;
  const text = (key: string) => asText(ticket[key]);
  const status = knownStatus(text('status') ?? '');
  if (status === null) warn('This status is not known; it was read as open.', 'status', text('status'));
  const metric = asText(asObject(ticket['metric_set'])?.['solved_at']) ?? bundle.solvedAt.get(externalId);
  return {
    line,
    externalId,
    subject: subjectOf(ticket),
    description: text('description'),
    requester: names.requester.name,
    requesterEmail: names.requester.email,
    status: status ?? 'open',
    priority: knownPriority(text('priority') ?? '') ?? 'p3',
    channel: knownChannel(asText(asObject(ticket['via'])?.['channel']) ?? '') ?? 'other',
    queue: names.group(ticket['group_id']),
    assignee: names.user(ticket['assignee_id']),
    category: text('type'),
    tags: asList(ticket['tags'])
      .map(asText)
      .filter((tag) => tag !== null),
    csat: knownCsat(asText(asObject(ticket['satisfaction_rating'])?.['score']) ?? ''),
    createdAt: at(context, ticket['created_at']) ?? 0,
    updatedAt: at(context, ticket['updated_at']),
    firstResponseAt: null,
    solvedAt: at(context, metric),
    closedAt: null,
    fields: fieldsOf(ticket, bundle),
  };
}

function subjectOf(ticket: Json): string | null {
  const subject = (asText(ticket['subject']) ?? asText(ticket['raw_subject']) ?? '').trim();
  return subject === '' ? null : subject;
}

const keptFields = ['external_id', 'due_at', 'problem_id', 'recipient', 'brand_id', 'ticket_form_id'] as const;

function fieldsOf(ticket: Json, bundle: Bundle): Readonly<Record<string, string>> {
  const organization = asText(ticket['organization_id']);
  const plain = keptFields.map((key) => [key, kept(ticket[key])] as const);
  const custom = objects(ticket['custom_fields'] ?? ticket['fields']).map((field) => {
    const id = asText(field['id']) ?? '';
    return [bundle.ticketFields.get(id) ?? `Field ${id}`, kept(field['value'])] as const;
  });
  const named = [
    ...plain,
    ['organization', organization === null ? null : (bundle.organizations.get(organization) ?? organization)] as const,
  ];
  const pairs = [...named, ...custom].flatMap(([key, value]) =>
    value === null || key === '__proto__' ? [] : [[key, value] as const],
  );
  return Object.fromEntries(pairs);
}

function build(snapshot: Snapshot, ticket: Json, context: Context): TicketDraft {
  const { bundle, names } = context;
  const { createdAt, externalId } = snapshot;
  const audits = datedAudits(
    [...objects(ticket['audits']), ...(bundle.audits.get(externalId) ?? [])],
    context,
    createdAt,
  );
  const heard = new Set(audits.flatMap((audit) => objects(audit.value['events'])).map((event) => asText(event['id'])));
  const comments = distinct([...objects(ticket['comments']), ...(bundle.comments.get(externalId) ?? [])]);
  const messages = comments
    .filter((comment) => !heard.has(asText(comment['id'])))
    .flatMap((comment) => messageOf(comment, createdAt, context));
  const told = audits.flatMap((audit) => auditEvents(audit, names, bundle));
  const talk = messages.length > 0 || told.some((event) => isMessage(event));
  const template = snapshotDraft(talk ? { ...snapshot, description: null } : snapshot, 'zendesk', context.warn);
  const { status, priority, queue, assignee, solvedAt: _solvedAt, events, ...base } = template;
  if (audits.length === 0) {
    // What the importer adds at one instant with a message comes after it: the reply, then the status it left.
    const late = events.filter((event) => event.type === 'status' || event.type === 'csat');
    const early = events.filter((event) => !late.includes(event));
    return draftOf(titled(base, snapshot), [...early, ...messages, ...late], null);
  }
  const rated = told.some((event) => event.type === 'csat');
  const untold = events.filter((event) => isMessage(event) || (event.type === 'csat' && !rated));
  const history = [...openingOf(snapshot, ticket, audits, context), ...untold, ...told, ...messages];
  return draftOf(titled(base, snapshot), history, { status, priority, queue, assignee });
}

const isMessage = ({ type }: DraftEvent) =>
  type === 'customerMessage' || type === 'agentReply' || type === 'internalNote';

/** The first line of the first message would have been the subject of a ticket without one. */
function titled(base: DraftBase, snapshot: Snapshot): DraftBase {
  const { subject, description, category, externalId } = snapshot;
  return { ...base, subject: clip(subjectFor(subject, description, category, externalId), limits.subject) };
}

function distinct(records: readonly Json[]): readonly Json[] {
  const seen = new Set<string>();
  return records.filter((record) => {
    const id = asText(record['id']);
    const isNew = id === null || !seen.has(id);
    if (id !== null) seen.add(id);
    return isNew;
  });
}

function messageOf(comment: Json, createdAt: number, context: Context): readonly DraftEvent[] {
  const when = Math.max(at(context, comment['created_at']) ?? createdAt, createdAt);
  return message(comment, when, context.names.writer(comment['author_id'], comment['via']));
}

function datedAudits(audits: readonly Json[], context: Context, createdAt: number): readonly Audit[] {
  const dated = distinct(audits).map((value) => ({
    at: Math.max(at(context, value['created_at']) ?? createdAt, createdAt),
    value,
  }));
  return dated.toSorted((a, b) => a.at - b.at || (Number(a.value['id']) || 0) - (Number(b.value['id']) || 0));
}

/** How the ticket began, by its audits; of what they never change, as it is now. */
function openingOf(
  snapshot: Snapshot,
  ticket: Json,
  audits: readonly Audit[],
  context: Context,
): readonly DraftEvent[] {
  const { names } = context;
  const { createdAt } = snapshot;
  const first = (field: string) => (firstValue(audits, field) ?? { value: ticket[field] }).value;
  const status: Status = knownStatus(asText(first('status')) ?? '') ?? 'new';
  const priority: Priority = knownPriority(asText(first('priority')) ?? '') ?? 'p3';
  const queue = names.group(first('group_id'));
  const assignee = names.user(first('assignee_id'));
  const customer: Author = { kind: 'customer', name: names.requester.name };
  return [
    created(createdAt, customer, status, priority),
    ...(queue === null ? [] : [change(createdAt, 'queue', importer, null, queue)]),
    ...(assignee === null ? [] : [change(createdAt, 'assignee', importer, null, assignee)]),
  ];
}

/** A ticket that only its audits tell of: what their `Create` events say. Null where the file does not have its first. */
export function ticketOfAudits(id: string, audits: readonly Json[]): Json | null {
  const sorted = audits.toSorted((a, b) => (Number(a['id']) || 0) - (Number(b['id']) || 0));
  const [first, last] = [sorted[0], sorted.at(-1)];
  const made = objects(first?.['events']).some((event) => event['type'] === 'Create');
  if (first === undefined || last === undefined || !made) return null;
  const values = sorted
    .flatMap((audit) => objects(audit['events']))
    .filter((event) => event['type'] === 'Create' || event['type'] === 'Change')
    .map((event) => [asText(event['field_name']) ?? '', event['value']] as const);
  const fields = Object.fromEntries(values.filter(([key]) => key !== '' && key !== '__proto__'));
  return { ...fields, id, created_at: first['created_at'], updated_at: last['created_at'], via: first['via'] };
}
