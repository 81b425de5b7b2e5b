import { instantInWords } from '../../calendar/words.ts';
import type { TicketDraft } from '../../tickets/draft.ts';
import { byAgent, lastAt, plainCare, told, withEvents, type SampleTicket } from './care.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Minutes from the end of the history: one that is overdue, then those of the day. */
const promises = [-45, 25, 70, 130, 205] as const;
export const promiseCount = promises.length;

const notes = [
  'Wants to hear it from a person.',
  'Has the papers beside the phone after lunch.',
  'Asked for a call once the parcel is found.',
  'Prefers the phone, mails go unread.',
  'About the second invoice.',
] as const;

/** Somebody has it, and it has been quiet for long enough for a promise to lie in between. */
export const canPromise = (draft: TicketDraft, until: number): boolean =>
  (draft.status === 'open' || draft.status === 'pending') &&
  draft.assignee !== null &&
  until - lastAt(draft) > 3 * hourMs;

type When = {
  readonly until: number;
  /** From here on calls are promised: the morning, where the history ends before it. */
  readonly opens: number;
  /** The end of the day: what is promised for it lies before. */
  readonly midnight: number;
  readonly timeZone: string;
};

const promisedFor = (place: number, { until, opens, midnight }: When): number => {
  const ahead = (promises[place] ?? 0) * minuteMs;
  const from = Math.max(until, opens);
  const at = ahead < 0 ? until + ahead : from + Math.min(ahead, ((midnight - from) * (place + 1)) / (promiseCount + 1));
  return Math.floor(at / minuteMs) * minuteMs;
};

/**
 * A call promised by whoever has the ticket, for later on the day, or for an hour ago. Numbers are of the range that Ofcom
 * keeps free for drama. SPEC SMP-10.
 */
export function promised(draft: TicketDraft, place: number, when: When): SampleTicket {
  const owner = draft.assignee;
  if (owner === null) return { draft, care: null };
  const promisedAt = promisedFor(place, when);
  const from = lastAt(draft);
  const createdAt = Math.round(from + (Math.min(when.until, promisedAt - hourMs) - from) * 0.7);
  const note = notes[place] ?? notes[0];
  const event = told(createdAt, 'callback', byAgent(owner), {
    field: 'open',
    to: instantInWords(when.timeZone, promisedAt),
    body: note,
  });
  const callback = { phone: `+44 20 7946 0${101 + place}`, owner, promisedAt, note, createdAt, createdBy: owner };
  return { draft: withEvents(draft, [event]), care: { ...plainCare, callbacks: [callback] } };
}
