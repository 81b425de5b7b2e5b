import { automaticCause } from '../../escalation/settings.ts';
import type { Prng } from '../../prng.ts';
import type { DraftEvent, TicketDraft } from '../../tickets/draft.ts';
import {
  byAgent,
  isOpen,
  lastAt,
  plainCare,
  told,
  withEvents,
  type SampleEscalation,
  type SampleStep,
  type SampleTicket,
} from './care.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

type Plot = { readonly cause: string; readonly reason: string; readonly resolution: string };

/** Causes as a new desk has them (SPEC ESC-1). */
const plots: readonly Plot[] = [
  ['Refund above limit', 'The refund is above what an agent may give.', 'Approved, and paid back to the card.'],
  ['Carrier or supplier', 'The carrier has not answered for two days.', 'The carrier found it and delivers tomorrow.'],
  ['Technical fault', 'The same error comes back after a reset.', 'The cause was found and put right for everybody.'],
  ['Complaint', 'The customer asks for somebody who can decide.', 'Called the customer; settled with a credit.'],
  [
    'Policy exception',
    'Two days over the return period, for a good reason.',
    'Taken back as an exception, noted on the account.',
  ],
  ['Too long without progress', 'Nobody could say what is missing.', 'Took it apart into two steps; both are done.'],
  ['Data protection', 'Asks for all data we hold.', 'Sent after the identity was checked.'],
].map(([cause = '', reason = '', resolution = '']) => ({ cause, reason, resolution }));

/** Who decides at a level. */
const deciders = { 2: ['Priya Nair', 'Grace Whitfield'], 3: ['Omar Benali', 'Hannah Kim'] } as const;

const decider = (rng: Prng, level: 2 | 3, not: string | null): string =>
  rng.pick(deciders[level].filter((name) => name !== not));

type Run = { readonly level: 2 | 3; readonly owner: string; readonly plot: Plot };

const escalated = (at: number, actor: string, from: number, { level, owner, plot }: Run) => {
  const { cause, reason } = plot;
  const event = told(at, 'level', byAgent(actor), {
    from: String(from),
    to: String(level),
    body: `${cause} · ${reason} · ${owner} (Chosen)`,
  });
  return { event, step: stepOf(event.at, actor, 'escalated', { level, owner, cause }, `${reason} · Chosen`) };
};

const stepOf = (
  at: number,
  actor: string,
  action: SampleStep['action'],
  about: { readonly level: number; readonly owner: string | null; readonly cause: string },
  text: string,
  resolution: string | null = null,
): SampleStep => ({ at: Math.round(at), actor, action, ...about, text, resolution });

const taken = (at: number, { level, owner, plot }: Run) => ({
  event: told(at, 'level', byAgent(owner), { field: 'accepted', body: 'Taken in hand' }),
  step: stepOf(at, owner, 'accepted', { level, owner, cause: plot.cause }, 'Taken in hand'),
});

const rowOf = ({ level, owner, plot }: Run, openedAt: number, acceptedAt: number | null): SampleEscalation => ({
  level,
  owner,
  ownerReason: 'Chosen',
  cause: plot.cause,
  reason: plot.reason,
  automatic: false,
  openedAt: Math.round(openedAt),
  acceptedAt: acceptedAt === null ? null : Math.round(acceptedAt),
  endedAt: null,
  ended: null,
  resolution: null,
});

const firstReply = (draft: TicketDraft): number | null =>
  draft.events.find(({ type }) => type === 'agentReply')?.at ?? null;

/** Answered, solved some hours later and not opened again. */
export function canHaveBeenEscalated(draft: TicketDraft): boolean {
  const answered = firstReply(draft);
  const solutions = draft.events.filter(({ type, to }) => type === 'status' && to === 'solved').length;
  return (
    !isOpen(draft) &&
    answered !== null &&
    draft.assignee !== null &&
    draft.solvedAt !== null &&
    draft.solvedAt - answered > 4 * hourMs &&
    solutions === 1 &&
    !draft.tags.includes('incident')
  );
}

/** Was passed up, one in three to engineering in the end, and resolved before the ticket was solved. */
export function wasEscalated(rng: Prng, draft: TicketDraft, place: number): SampleTicket {
  const plot = plots[place % plots.length] ?? plots[0];
  const [agent, from, to] = [draft.assignee, firstReply(draft), draft.solvedAt];
  if (plot === undefined || agent === null || from === null || to === null) return { draft, care: null };
  const at = (share: number) => Math.round(from + (to - from) * share);
  const first: Run = { level: 2, owner: decider(rng, 2, agent), plot };
  const [opened, accepted] = [escalated(at(0.15), agent, 1, first), taken(at(0.25), first)];
  const passes = place % 3 === 1;
  const second: Run = passes ? { level: 3, owner: decider(rng, 3, agent), plot } : first;
  const resolved = at(0.85);
  const about = { level: second.level, owner: second.owner, cause: plot.cause };
  const events: DraftEvent[] = [opened.event, accepted.event];
  const steps = [opened.step, accepted.step];
  const escalations = [rowOf(first, at(0.15), at(0.25))];
  if (passes) {
    const higher = escalated(at(0.5), first.owner, 2, second);
    const taker = taken(at(0.6), second);
    const passed = stepOf(
      at(0.5),
      first.owner,
      'passedOn',
      { ...about, level: 2, owner: first.owner },
      'Passed on to level 3',
    );
    events.push(higher.event, taker.event);
    steps.push(passed, higher.step, taker.step);
    escalations[0] = { ...rowOf(first, at(0.15), at(0.25)), endedAt: at(0.5), ended: 'passedOn' };
    escalations.push(rowOf(second, at(0.5), at(0.6)));
  }
  const { resolution } = plot;
  events.push(
    told(resolved, 'level', byAgent(second.owner), { from: String(second.level), to: '1', body: resolution }),
  );
  steps.push(stepOf(resolved, second.owner, 'resolved', about, resolution, resolution));
  const last = escalations.pop();
  if (last !== undefined) escalations.push({ ...last, endedAt: resolved, ended: 'resolved', resolution });
  return { draft: withEvents(draft, events), care: { ...plainCare, escalations, steps } };
}

/** In hand, answered, some hours old, and quiet for a while. */
export const canBeEscalated = (draft: TicketDraft, until: number): boolean =>
  draft.status === 'open' &&
  draft.assignee !== null &&
  draft.priority !== 'p1' &&
  firstReply(draft) !== null &&
  until - draft.createdAt > 6 * hourMs &&
  until - lastAt(draft) > 70 * minuteMs;

/** Stands with a level when the history ends: the coordinator has it in hand, engineering has not taken it yet. */
export function isEscalated(rng: Prng, draft: TicketDraft, until: number, level: 2 | 3): SampleTicket {
  const plot = plots[level === 3 ? 2 : 0];
  const agent = draft.assignee;
  if (plot === undefined || agent === null) return { draft, care: null };
  const from = Math.max(lastAt(draft), until - 5 * hourMs);
  const at = (share: number) => Math.round(from + (until - from) * share);
  const run: Run = { level, owner: decider(rng, level, agent), plot };
  const opened = escalated(at(0.1), agent, 1, run);
  const accepted = level === 2 ? taken(at(0.3), run) : null;
  const more = accepted === null ? [] : [accepted];
  const care = {
    ...plainCare,
    level,
    escalations: [rowOf(run, at(0.1), accepted === null ? null : at(0.3))],
    steps: [opened.step, ...more.map(({ step }) => step)],
  };
  return { draft: withEvents(draft, [opened.event, ...more.map(({ event }) => event)]), care };
}

/** As the automatic rule of a new desk (SPEC ESC-10). */
const automaticMinutes = 30;
const nobody = 'Nobody at level 2 (Coordinator): it has no owner, and there is no substitute';

/** The P1 that is open when the history ends went up by itself after half an hour, and somebody has it. SPEC SMP-10. */
export function escalatedByItself(rng: Prng, draft: TicketDraft, until: number): SampleTicket {
  const opened = Math.max(lastAt(draft), draft.createdAt + automaticMinutes * minuteMs);
  if (until - opened < 6 * minuteMs) return { draft, care: null };
  const owner = decider(rng, 2, draft.assignee);
  const [handed, accepted] = [opened + 2 * minuteMs, opened + 4 * minuteMs];
  const system = { kind: 'system', name: 'Foredesk' } as const;
  const reason = `P1 and not solved for ${automaticMinutes} minutes`;
  const about = { level: 2, cause: automaticCause };
  const over = `From nobody to ${owner}`;
  const takes = draft.assignee === null ? [told(handed, 'assignee', byAgent(owner), { to: owner })] : [];
  const opens = draft.status === 'new' ? [told(accepted, 'status', byAgent(owner), { from: 'new', to: 'open' })] : [];
  const events = [
    told(opened, 'level', system, {
      from: '1',
      to: '2',
      body: `${automaticCause} · ${reason} · Nobody yet (${nobody})`,
    }),
    ...takes,
    told(handed, 'level', byAgent(owner), { field: 'handedOver', body: over }),
    told(accepted, 'level', byAgent(owner), { field: 'accepted', body: 'Taken in hand' }),
    ...opens,
  ];
  const steps = [
    stepOf(opened, system.name, 'autoEscalated', { ...about, owner: null }, `${reason} · ${nobody}`),
    stepOf(handed, owner, 'handedOver', { ...about, owner }, over),
    stepOf(accepted, owner, 'accepted', { ...about, owner }, 'Taken in hand'),
  ];
  const escalation: SampleEscalation = {
    ...rowOf({ level: 2, owner, plot: { cause: automaticCause, reason, resolution: '' } }, opened, accepted),
    ownerReason: 'Handed over',
    automatic: true,
  };
  const draftNow = withEvents(draft, events, { assignee: draft.assignee ?? owner, status: 'open' });
  return { draft: draftNow, care: { ...plainCare, level: 2, escalations: [escalation], steps } };
}
