import type {
  Channel,
  CustomerRow,
  IntakeDraft,
  Matrix,
  Priority,
  RequesterIn,
  TriageField,
  Turn,
} from '../../contract/index.ts';
import { priorityOf } from '../../domain/tickets/matrix.ts';
import { missingTriage } from '../../domain/tickets/triage.ts';

export type HeldFile = IntakeDraft['attachments'][number];
export type Grade = 1 | 2 | 3;

/** What is being taken down. Kept in the window until it is a ticket. */
export type Form = {
  readonly channel: Channel;
  /** Somebody the desk knows; null while only a name is typed. */
  readonly customer: Pick<CustomerRow, 'id' | 'name' | 'email' | 'organisation' | 'vip' | 'openTickets'> | null;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly handle: string;
  readonly subject: string;
  readonly body: string;
  readonly turns: readonly Turn[];
  readonly impact: Grade | null;
  readonly urgency: Grade | null;
  /** Null: as the matrix gives it. */
  readonly priority: Priority | null;
  readonly reason: string;
  readonly category: string | null;
  readonly queueId: string | null;
  readonly assigneeId: string | null;
  readonly language: string | null;
  readonly tags: string;
  readonly files: readonly HeldFile[];
  readonly messageId: string | null;
  readonly belongsTo: IntakeDraft['belongsTo'];
  readonly forwardedBy: string | null;
  readonly notes: readonly string[];
};

export const blank: Form = {
  channel: 'phone',
  customer: null,
  name: '',
  email: '',
  phone: '',
  handle: '',
  subject: '',
  body: '',
  turns: [],
  impact: null,
  urgency: null,
  priority: null,
  reason: '',
  category: null,
  queueId: null,
  assigneeId: null,
  language: null,
  tags: '',
  files: [],
  messageId: null,
  belongsTo: null,
  forwardedBy: null,
  notes: [],
};

/** Nothing of it was written by anybody: a mail that is dropped may take its place. */
export const isBlank = (form: Form): boolean =>
  [form.name, form.subject, form.body].every((text) => text.trim() === '') &&
  form.customer === null &&
  form.turns.length === 0 &&
  form.files.length === 0;

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Who asks, as the desk takes it; null while nobody is named, or the address is not yet one. */
export function requesterOf(form: Form): RequesterIn | null {
  if (form.customer !== null) return { customerId: form.customer.id };
  const name = orNull(form.name);
  if (name === null) return null;
  return {
    name,
    email: isEmail(form.email) ? form.email.trim() : null,
    phone: phoneOf(form),
    handle: orNull(form.handle),
  };
}

const phoneOf = ({ phone }: Form): string | null => (phone.trim().length < 3 ? null : phone.trim());

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

export const tagsOf = ({ tags }: Form): string[] =>
  tags
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');

export type Wrong = TriageField | 'email' | 'reason';

/** What stands in the way of saving, in the order of the form. SPEC TRI-1, TRI-3. */
export function wrongIn(form: Form, matrix: Matrix): readonly Wrong[] {
  const wrong = missingTriage({
    channel: form.channel,
    customer: form.customer?.name ?? form.name,
    subject: form.subject,
    category: form.category,
    impact: form.impact,
    urgency: form.urgency,
    queue: form.queueId,
  });
  const given = priorityOf(matrix, form.impact, form.urgency);
  const needsReason = form.priority !== null && form.priority !== given && form.reason.trim() === '';
  const badEmail = form.customer === null && form.email.trim() !== '' && !isEmail(form.email);
  return [
    ...wrong.filter((field) => field === 'channel' || field === 'customer'),
    ...(badEmail ? (['email'] as const) : []),
    ...wrong.filter((field) => field !== 'channel' && field !== 'customer'),
    ...(needsReason ? (['reason'] as const) : []),
  ];
}

export const inputOf = (form: Form) => ({
  channel: form.channel,
  requester: requesterOf(form),
  subject: form.subject.trim(),
  body: form.body,
  turns: [...form.turns],
  category: form.category,
  impact: form.impact,
  urgency: form.urgency,
  ...(form.priority !== null && { priority: form.priority, overrideReason: form.reason.trim() }),
  queueId: form.queueId,
  assigneeId: form.assigneeId,
  language: form.language,
  tags: tagsOf(form),
  attachments: filesOf(form),
  messageId: form.messageId,
});

export const filesOf = ({ files }: Form) => files.map(({ uploadId, name, type }) => ({ uploadId, name, type }));

/** The form with what a draft says; what the draft does not know stays as it was. */
export function withDraft(form: Form, draft: IntakeDraft): Form {
  const { requester } = draft;
  const known = requester?.customerId ?? null;
  return {
    ...form,
    channel: draft.channel ?? form.channel,
    ...(requester !== null && {
      customer:
        known === null
          ? null
          : { id: known, name: requester.name, email: requester.email, organisation: null, vip: false, openTickets: 0 },
      name: requester.name,
      email: requester.email ?? '',
      phone: requester.phone ?? '',
    }),
    subject: draft.subject || form.subject,
    body: draft.body,
    turns: draft.turns,
    files: [...form.files, ...draft.attachments],
    messageId: draft.messageId,
    belongsTo: draft.belongsTo,
    forwardedBy: draft.forwardedBy?.name ?? null,
    notes: draft.notes,
  };
}

/** Everybody who speaks in a conversation, in the order they first do. */
export const speakersOf = (turns: readonly Turn[]): readonly string[] => [...new Set(turns.map(({ name }) => name))];

/** The same talk with another of those who speak as the customer; who asks goes with it unless the desk knew them. */
export function withCustomerIn(form: Form, name: string): Form {
  const turns = form.turns.map((turn) => ({
    ...turn,
    who: turn.name === name ? ('customer' as const) : ('agent' as const),
  }));
  return { ...form, turns, ...(form.customer === null && { name }) };
}

/** A talk as one text, for those who would rather have it so. */
export const talkAsText = (turns: readonly Turn[]): string =>
  turns.map(({ name, stamp, text }) => `${stamp === null ? '' : `[${stamp}] `}${name}: ${text}`).join('\n');
