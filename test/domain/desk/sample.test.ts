import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleDesk } from '../../../src/domain/desk/sample/sample.ts';
import { businessBetween, dayTable } from '../../../src/domain/desk/sample/days.ts';
import type { DraftEvent, TicketDraft } from '../../../src/domain/tickets/draft.ts';

const morning = Date.parse('2026-07-15T10:24:00+01:00');
const hourMs = 3_600_000;
const make = (tickets: number, seed: number, until = morning) => [...sampleDesk({ tickets, seed, until }).drafts];
const unsolved = (ticket: TicketDraft) => ticket.status !== 'solved' && ticket.status !== 'closed';
const of = (ticket: TicketDraft, type: DraftEvent['type']) => ticket.events.filter((event) => event.type === type);
const share = <T>(all: readonly T[], is: (each: T) => boolean) => all.filter(is).length / all.length;
const lisbon = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Lisbon', weekday: 'short', hour: '2-digit' });
const wall = (at: number) => {
  const parts = lisbon.formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return { weekday: part('weekday'), hour: Number(part('hour')) };
};

/** Where the events lead, and whether every change begins where the one before it ended. */
function folded(ticket: TicketDraft) {
  const state = {
    status: ticket.events[0]?.to ?? null,
    priority: ticket.events[0]?.from ?? null,
    queue: null as string | null,
    assignee: null as string | null,
    solvedAt: null as number | null,
  };
  for (const event of ticket.events.slice(1)) {
    const { type } = event;
    if (type !== 'status' && type !== 'priority' && type !== 'queue' && type !== 'assignee') continue;
    expect(event.from).toBe(state[type]);
    expect(event.to).not.toBe(event.from);
    state[type] = event.to;
    if (type !== 'status') continue;
    if (event.to === 'solved') state.solvedAt = event.at;
    else if (event.to !== 'closed') state.solvedAt = null;
  }
  return state;
}

describe('sampleDesk', () => {
  test('SMP-1: the same options give the same desk to the last byte, another seed another', () => {
    const desk = sampleDesk({ tickets: 1200, seed: 7, until: morning });
    const first = JSON.stringify([...desk.drafts]);
    expect(JSON.stringify([...desk.tickets].map(({ draft }) => draft))).toBe(first);
    expect(JSON.stringify([...desk.tickets])).toBe(
      JSON.stringify([...sampleDesk({ tickets: 1200, seed: 7, until: morning }).tickets]),
    );
    expect(JSON.stringify([...desk.drafts])).toBe(first);
    expect(JSON.stringify(make(1200, 7))).toBe(first);
    expect(JSON.stringify(make(1200, 8))).not.toBe(first);
    expect(desk.people).toHaveLength(12);
    expect(new Set(desk.people.map((person) => person.timeZone)).size).toBe(2);
    expect(desk.queues).toHaveLength(6);
  });

  test('SMP-9: every ticket is the sum of its events, in time order, and nothing happens later than the end', () => {
    const names = new Set(sampleDesk({ tickets: 1, seed: 1, until: morning }).people.map((person) => person.name));
    const until = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-01-01') });
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 700 }), until, (seed, tickets, end) => {
        const drafts = make(tickets, seed, end);
        expect(drafts).toHaveLength(tickets);
        drafts.forEach((ticket, index) => {
          expect(ticket.externalId).toBe(`S-${String(index + 1).padStart(6, '0')}`);
          expect(ticket.events.slice(0, 2).map((event) => event.type)).toEqual(['created', 'customerMessage']);
          expect(folded(ticket)).toEqual({
            status: ticket.status,
            priority: ticket.priority,
            queue: ticket.queue,
            assignee: ticket.assignee,
            solvedAt: ticket.solvedAt,
          });
          const times = ticket.events.map((event) => event.at);
          expect(times).toEqual([...times].sort((a, b) => a - b));
          expect(times.every(Number.isInteger)).toBe(true);
          expect([times[0], times.at(-1)]).toEqual([ticket.createdAt, ticket.updatedAt]);
          expect(ticket.updatedAt).toBeLessThanOrEqual(end);
          expect(ticket.createdAt).toBeGreaterThanOrEqual(drafts[index - 1]?.createdAt ?? 0);
          expect(ticket.subject).not.toBe(drafts[index - 1]?.subject);
          expect(`${ticket.subject}${ticket.events.map((event) => event.body ?? '').join('')}`).not.toMatch(/\{\w*\}/);
          expect(ticket.assignee === null || names.has(ticket.assignee)).toBe(true);
          const messages = of(ticket, 'customerMessage').length + of(ticket, 'agentReply').length;
          expect(messages).toBeLessThanOrEqual(8);
          expect(of(ticket, 'csat').at(-1)?.to ?? null).toBe(ticket.csat);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('SMP-2: 2,000 tickets are about ten working days, 100,000 about a year and a half', () => {
    const days = (tickets: number) => {
      const drafts = sampleDesk({ tickets, seed: 1, until: morning }).drafts[Symbol.iterator]();
      return (morning - (drafts.next().value as TicketDraft).createdAt) / (24 * hourMs);
    };
    expect(days(2000)).toBeGreaterThan(12);
    expect(days(2000)).toBeLessThan(18);
    expect(days(100_000)).toBeGreaterThan(450);
    expect(days(100_000)).toBeLessThan(640);
  });

  describe('twenty thousand tickets', () => {
    const drafts = make(20_000, 3);
    const solved = drafts.filter((ticket) => !unsolved(ticket));
    const days = dayTable(400, morning, 'Europe/Lisbon');

    test('SMP-4: weekdays and hours differ, per channel', () => {
      const weekdays = drafts.map((ticket) => wall(ticket.createdAt).weekday);
      const count = (day: string) => weekdays.filter((each) => each === day).length;
      expect(count('Mon') / count('Fri')).toBeGreaterThan(1.15);
      expect(count('Sat') / count('Wed')).toBeLessThan(0.5);
      const phone = drafts.filter((ticket) => ticket.channel === 'phone').map((ticket) => wall(ticket.createdAt));
      expect(phone.every(({ hour }) => hour >= 8 && hour < 20)).toBe(true);
      expect(share(phone, ({ weekday }) => weekday === 'Sun')).toBeLessThan(0.01);
      const late = (channel: string) =>
        share(
          drafts.filter((ticket) => ticket.channel === channel),
          (ticket) => wall(ticket.createdAt).hour >= 18,
        );
      expect(late('social')).toBeGreaterThan(late('email') * 1.3);
      for (const channel of ['email', 'phone', 'chat', 'social']) {
        expect(share(drafts, (ticket) => ticket.channel === channel)).toBeGreaterThan(0.05);
      }
    });

    test('SMP-5: ratings, reopenings and breaches are in proportion', () => {
      const rated = solved.filter((ticket) => ticket.csat !== null);
      expect(rated.length / solved.length).toBeCloseTo(0.25, 1);
      expect(share(rated, (ticket) => ticket.csat === 'good')).toBeGreaterThan(0.84);
      expect(share(rated, (ticket) => ticket.csat === 'good')).toBeLessThan(0.9);
      const reopened = share(solved, (ticket) =>
        of(ticket, 'status').some((event) => event.from === 'solved' && event.to === 'open'),
      );
      expect(reopened).toBeGreaterThan(0.035);
      expect(reopened).toBeLessThan(0.065);
      const lateFirst = share(solved, (ticket) => {
        const answer = of(ticket, 'agentReply')[0]!.at;
        if (of(ticket, 'created')[0]!.from === 'p1') return answer - ticket.createdAt > hourMs;
        return businessBetween(days, ticket.createdAt, answer) > 240;
      });
      expect(lateFirst).toBeGreaterThan(0.025);
      expect(lateFirst).toBeLessThan(0.075);
      const lateSolved = share(
        solved,
        (ticket) => ranFor(ticket) > { p1: 24, p2: 48, p3: 72, p4: 72 }[ticket.priority],
      );
      expect(lateSolved).toBeGreaterThan(0.025);
      expect(lateSolved).toBeLessThan(0.085);
    });

    test('SMP-3: agents differ', () => {
      const good = (name: string) =>
        share(
          solved.filter((each) => each.assignee === name && each.csat),
          (each) => each.csat === 'good',
        );
      expect(good('Priya Nair')).toBeGreaterThan(good('Tomás Ferreira'));
      const first = (name: string) => drafts.find((ticket) => ticket.assignee === name)!.createdAt;
      expect(morning - first('Bea Lindholm')).toBeLessThan(28 * 24 * hourMs);
      expect(morning - first('Rosa Silva')).toBeGreaterThan(60 * 24 * hourMs);
    });

    test('SMP-7: one incident within two hours', () => {
      const incident = drafts.filter((ticket) => ticket.tags.includes('incident'));
      expect(incident.length).toBeGreaterThan(30);
      expect(incident.at(-1)!.createdAt - incident[0]!.createdAt).toBeLessThan(2 * hourMs);
      expect(incident.some((ticket) => ticket.priority === 'p1')).toBe(true);
    });

    test('SMP-8: subjects vary, and some run from right to left, are long, or hold emoji', () => {
      for (const queue of ['Billing', 'Delivery', 'Accounts', 'Returns', 'Sales', 'Technical']) {
        const subjects = new Set(drafts.filter((ticket) => ticket.queue === queue).map((ticket) => ticket.subject));
        expect(subjects.size).toBeGreaterThan(100);
      }
      expect(drafts.some((ticket) => /\p{Script=Arabic}/u.test(ticket.subject))).toBe(true);
      expect(drafts.some((ticket) => /\p{Script=Hebrew}/u.test(ticket.subject))).toBe(true);
      expect(drafts.some((ticket) => /\p{Emoji_Presentation}/u.test(ticket.subject))).toBe(true);
      expect(drafts.some((ticket) => ticket.subject.length > 120)).toBe(true);
      for (const type of ['internalNote', 'priority', 'tags'] as const) {
        expect(drafts.some((ticket) => of(ticket, type).length > 0)).toBe(true);
      }
      expect(drafts.some((ticket) => of(ticket, 'queue').length > 1)).toBe(true);
    });
  });

  test.each([
    ['a Wednesday morning', '2026-07-15T10:24:00+01:00'],
    ['a Monday morning', '2026-01-12T10:05:00Z'],
    ['an afternoon', '2026-07-16T15:00:00+01:00'],
    ['a Sunday night', '2026-07-12T22:00:00+01:00'],
    ['the small hours', '2026-07-14T03:00:00+01:00'],
  ])('SMP-6: %s leaves a living board', (_, iso) => {
    const until = Date.parse(iso);
    for (const seed of [1, 2, 3]) {
      const drafts = make(2000, seed, until);
      const open = drafts.filter(unsolved);
      expect(open.length).toBeGreaterThan(200);
      expect(open.length).toBeLessThanOrEqual(320);
      expect(open.filter((ticket) => ticket.assignee === null).length).toBeGreaterThan(4);
      expect(open.filter((ticket) => ticket.status === 'pending').length).toBeGreaterThan(40);
      expect(open.filter((ticket) => ticket.status === 'hold').length).toBeGreaterThan(8);
      const urgent = open.filter((ticket) => ticket.priority === 'p1');
      expect(urgent).toHaveLength(1);
      expect(of(urgent[0]!, 'agentReply')).toHaveLength(0);
      expect(urgent[0]!.createdAt + hourMs - until).toBeGreaterThan(5 * 60_000);
      const running = open.filter((ticket) => ticket.status === 'new' || ticket.status === 'open');
      const left = running.map(
        (ticket) => ({ p1: 24, p2: 48, p3: 72, p4: 72 })[ticket.priority] - ranFor(ticket, until),
      );
      expect(left.filter((hours) => hours < 0).length).toBeGreaterThan(0);
      expect(left.filter((hours) => hours < 0).length).toBeLessThan(15);
      expect(left.filter((hours) => hours > 0 && hours < 4).length).toBeGreaterThan(1);
    }
  });

  test.each([
    [2000, '2026-07-15T10:24:00+01:00'],
    [20_000, '2026-01-12T10:05:00Z'],
    [2000, '2026-07-12T22:00:00+01:00'],
    [2000, '2026-07-14T03:00:00+01:00'],
  ])('SMP-10: of %i tickets some have what a coordinator sees to, on %s', (count, iso) => {
    const until = Date.parse(iso);
    for (const seed of [1, 2, 3]) {
      const tickets = [...sampleDesk({ tickets: count, seed, until }).tickets];
      const cared = tickets.flatMap(({ draft, care }) => (care === null ? [] : [{ draft, care }]));
      const escalations = cared.flatMap(({ care }) => care.escalations);
      const steps = cared.flatMap(({ care }) => care.steps);

      // Escalations: some that ended over the last 60 days, one open with each level, the P1 gone up by itself.
      expect(
        new Set(escalations.filter(({ endedAt }) => endedAt !== null).map(({ openedAt }) => openedAt)).size,
      ).toBeGreaterThan(4);
      const open = escalations.filter(({ endedAt }) => endedAt === null);
      expect(open.map(({ level, automatic }) => `${level}${automatic ? ' by itself' : ''}`).sort()).toEqual([
        '2',
        '2 by itself',
        '3',
      ]);
      const urgent = cared.find(({ draft }) => unsolved(draft) && draft.priority === 'p1');
      expect(urgent?.draft).toMatchObject({ status: 'open', assignee: expect.any(String) as string });
      expect(urgent?.care).toMatchObject({
        level: 2,
        escalations: [{ automatic: true, owner: expect.any(String) as string }],
      });
      expect(steps.some(({ action }) => action === 'passedOn')).toBe(true);
      for (const { at } of steps) expect(at <= until && until - at < 61 * 24 * hourMs).toBe(true);

      // The ticket's own level is where its events lead, and a step stands where its event does.
      for (const { draft, care } of cared) {
        const levels = of(draft, 'level').filter(({ to }) => to !== null);
        expect(String(care.level)).toBe(levels.at(-1)?.to ?? '1');
        const times = new Set(of(draft, 'level').map(({ at }) => at));
        expect(care.steps.every(({ at }) => times.has(at))).toBe(true);
      }

      // Calls: one overdue, four for the day.
      const calls = cared.flatMap(({ draft, care }) => care.callbacks.map((call) => ({ ...call, draft })));
      const date = (at: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Lisbon' }).format(at);
      expect(calls.filter(({ promisedAt }) => promisedAt < until)).toHaveLength(1);
      expect(calls.filter(({ promisedAt }) => promisedAt > until && date(promisedAt) === date(until))).toHaveLength(4);
      for (const { draft, owner, createdAt, promisedAt } of calls) {
        expect(unsolved(draft)).toBe(true);
        expect(owner).toBe(draft.assignee);
        expect(createdAt < promisedAt && createdAt <= until && createdAt >= draft.createdAt).toBe(true);
      }

      // Customers who wrote over a day ago, and pauses set after the customer had written, by two people.
      const said = (draft: TicketDraft) =>
        draft.events.findLast(({ type }) => type === 'customerMessage' || type === 'agentReply');
      const unheard = tickets
        .map(({ draft }) => draft)
        .filter((draft) => unsolved(draft) && said(draft)?.type === 'customerMessage');
      const long = unheard.filter((draft) => draft.status === 'open' && until - said(draft)!.at > 24 * hourMs);
      expect(long.length).toBeGreaterThan(3);
      const paused = unheard.filter(({ status }) => status === 'pending');
      expect(paused.length).toBeGreaterThan(2);
      expect(new Set(paused.map(({ assignee }) => assignee)).size).toBe(2);
      for (const draft of paused) expect(of(draft, 'status').at(-1)!.author.name).toBe(draft.assignee);
    }
  });

  test('SMP-10: a small sample has less of it', () => {
    const of = (count: number) =>
      [...sampleDesk({ tickets: count, seed: 1, until: morning }).tickets].filter(({ care }) => care !== null);
    expect(of(2)).toEqual([]);
    expect(of(100).map(({ care }) => care?.level)).toEqual([2]);
    expect(of(400).length).toBeLessThan(of(2000).length);
  });

  test('SMP-6: a working day has some ninety tickets solved before it is half over', () => {
    const midnight = Date.parse('2026-07-15T00:00:00+01:00');
    const count = make(2000, 4).filter((ticket) => (ticket.solvedAt ?? 0) >= midnight).length;
    expect(count).toBeGreaterThan(65);
    expect(count).toBeLessThan(120);
  });
});

/** Hours in which the ticket was new or open. */
function ranFor(ticket: TicketDraft, until = ticket.updatedAt): number {
  let ran = 0;
  let status = 'new';
  let since = ticket.createdAt;
  const runs = () => status === 'new' || status === 'open';
  for (const event of of(ticket, 'status')) {
    if (runs()) ran += event.at - since;
    status = event.to ?? '';
    since = event.at;
  }
  return (ran + (runs() ? until - since : 0)) / hourMs;
}
