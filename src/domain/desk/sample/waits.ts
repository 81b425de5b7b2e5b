import type { Prng } from '../../prng.ts';
import type { TicketDraft } from '../../tickets/draft.ts';
import { byAgent, lastAt, told, withEvents } from './care.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const chasers = [
  'Any news on this? I have not heard anything since.',
  'You asked for the number, here it is again: it is on the first page of the letter.',
  'I sent what you asked for. What happens next?',
  'Is anybody looking at this?',
  'It would help me to know when I can expect an answer.',
] as const;

const routing = { kind: 'system', name: 'Routing' } as const;

function wrote(rng: Prng, draft: TicketDraft, at: number) {
  const customer = { kind: 'customer', name: draft.requester.name } as const;
  return [
    told(at, 'customerMessage', customer, { body: rng.pick(chasers) }),
    told(at, 'status', routing, { from: 'pending', to: 'open' }),
  ];
}

/** Somebody was asked, and then nothing was heard for over a day. */
export const canWait = (draft: TicketDraft, until: number): boolean =>
  draft.status === 'pending' && draft.priority !== 'p1' && until - lastAt(draft) > 27 * hourMs;

/** The customer answered over a day ago, and nobody has looked at it since. SPEC SMP-10. */
export function waitsLong(rng: Prng, draft: TicketDraft, until: number): TicketDraft {
  const from = Math.max(lastAt(draft) + hourMs, until - 40 * hourMs);
  const at = Math.round(from + (until - 24.6 * hourMs - from) * rng.next());
  return withEvents(draft, wrote(rng, draft, at), { status: 'open' });
}

/** They set tickets back to pending when they have read what the customer wrote, instead of answering. */
const careless = ['Tomás Ferreira', 'Bea Lindholm'] as const;

export const carelessOf = (draft: TicketDraft, until: number): string | null =>
  draft.status === 'pending' && until - lastAt(draft) > 3 * hourMs
    ? (careless.find((name) => name === draft.assignee) ?? null)
    : null;

/** The customer answered, and whoever has it paused it again: the clocks stand while somebody waits. SPEC SMP-10, SLA-48. */
export function pausedWrongly(rng: Prng, draft: TicketDraft, agent: string, until: number): TicketDraft {
  const from = lastAt(draft);
  const at = Math.round(from + (until - from) * (0.3 + 0.4 * rng.next()));
  const again = at + rng.int(10, 50) * minuteMs;
  return withEvents(draft, [
    ...wrote(rng, draft, at),
    told(again, 'status', byAgent(agent), { from: 'open', to: 'pending' }),
  ]);
}
