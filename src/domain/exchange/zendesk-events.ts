import type { EventType } from '../../contract/index.ts';
import type { DraftEvent } from '../tickets/draft.ts';
import { change, said } from './history.ts';
import type { Author } from './history.ts';
import { knownCsat, knownPriority, knownStatus } from './values.ts';
import type { Names } from './zendesk-people.ts';
import { asObject, asText, kept, objects } from './zendesk-shape.ts';
import type { Bundle, Json } from './zendesk-shape.ts';

/** An audit with its instant read. */
export type Audit = { readonly at: number; readonly value: Json };

type Named = { readonly type: EventType; readonly read: (value: unknown) => string | null };

/** How a field of the audits becomes an event: under which type, and its value in the desk's words. */
function reader(field: string, names: Names): Named | null {
  switch (field) {
    case 'status':
      return { type: 'status', read: (value) => knownStatus(asText(value) ?? '') ?? 'open' };
    case 'priority':
      return { type: 'priority', read: (value) => knownPriority(asText(value) ?? '') ?? 'p3' };
    case 'assignee_id':
      return { type: 'assignee', read: names.user };
    case 'group_id':
      return { type: 'queue', read: names.group };
    case 'requester_id':
      return { type: 'requester', read: names.user };
    case 'subject':
    case 'tags':
      return { type: field, read: kept };
    case 'type':
      return { type: 'category', read: asText };
    case 'satisfaction_score':
      return { type: 'csat', read: (value) => knownCsat(asText(value) ?? '') };
    default:
      return null;
  }
}

/** What a field of the audits held first: its `Create` value, else what its first change took away; null: no word of it. */
export function firstValue(audits: readonly Audit[], field: string): { readonly value: unknown } | null {
  for (const audit of audits) {
    for (const event of objects(audit.value['events'])) {
      if (asText(event['field_name']) !== field) continue;
      if (event['type'] === 'Create') return { value: event['value'] };
      if (event['type'] === 'Change') return { value: event['previous_value'] };
    }
  }
  return null;
}

/** The events of one audit, in its order. `Create` only says how the ticket began and gives none. */
export function auditEvents(audit: Audit, names: Names, bundle: Bundle): readonly DraftEvent[] {
  const author = names.author(audit.value['author_id'], audit.value['via']);
  return objects(audit.value['events']).flatMap((event) => {
    switch (event['type']) {
      case 'Comment':
      case 'VoiceComment':
        return message(
          event,
          audit.at,
          names.writer(event['author_id'] ?? audit.value['author_id'], audit.value['via']),
        );
      case 'Change':
        return changeEvent(event, audit.at, author, names, bundle);
      case 'SatisfactionRating':
        return rating(event, audit.at, { kind: 'customer', name: names.requester.name });
      default:
        return [];
    }
  });
}

function rating(event: Json, at: number, author: Author): readonly DraftEvent[] {
  const score = knownCsat(asText(event['score']) ?? '');
  const body = asText(event['comment']) ?? asText(event['body']);
  return score === null ? [] : [{ ...change(at, 'csat', author, null, score), body }];
}

/** A comment: a note where it is not public, else the customer's message or the agent's reply. */
export function message(comment: Json, at: number, author: Author): readonly DraftEvent[] {
  const body = asText(comment['body']) ?? asText(comment['plain_body']) ?? callOf(comment);
  if (body === null) return [];
  const type =
    comment['public'] === false ? 'internalNote' : author.kind === 'customer' ? 'customerMessage' : 'agentReply';
  return [said(at, type, author, body)];
}

/** What can be said of a call that nobody wrote up. */
function callOf(comment: Json): string | null {
  const data = asObject(comment['data']);
  if (data === null) return null;
  const transcript = asText(data['transcription_text']);
  const seconds = asText(data['call_duration']);
  return transcript ?? (seconds === null ? 'Phone call' : `Phone call of ${seconds} seconds`);
}

function changeEvent(event: Json, at: number, author: Author, names: Names, bundle: Bundle): readonly DraftEvent[] {
  const field = asText(event['field_name']);
  if (field === null) return [];
  const named = reader(field, names);
  const read = named?.read ?? kept;
  const [from, to] = [read(event['previous_value']), read(event['value'])];
  if (from === to) return [];
  if (named === null) return [change(at, 'field', author, from, to, bundle.ticketFields.get(field) ?? field)];
  return named.type === 'csat' && to === null ? [] : [change(at, named.type, author, from, to)];
}
