import { describe, expect, it } from 'vitest';
import type { Alert, EscalatedByItself } from '../../../src/contract/index.ts';
import { escalationNotices, noticesFor } from '../../../src/main/electron/notices.ts';

const alert = (number: number, more: Partial<Alert> = {}): Alert => ({
  kind: 'breached',
  markMinutes: null,
  ticketId: `0190d1c0-0000-7000-8000-00000000000${number}`,
  number,
  subject: `Ticket ${number}`,
  metric: 'firstResponse',
  dueAt: 0,
  firedAt: 0,
  late: false,
  ...more,
});

describe('noticesFor', () => {
  it('tells of each of a few, breaches first, with the ticket to open', () => {
    const notices = noticesFor([alert(1, { kind: 'atRisk', metric: 'resolution' }), alert(2)]);
    expect(notices).toEqual([
      { title: '#2 first response is late', body: 'Ticket 2', ticketId: alert(2).ticketId },
      { title: '#1 resolution is at risk', body: 'Ticket 1', ticketId: alert(1).ticketId },
    ]);
  });

  it('says when it happened while nobody was looking', () => {
    expect(noticesFor([alert(1, { late: true })])[0]?.body).toContain('closed or asleep');
  });

  it('counts more than three together', () => {
    const many = [alert(1), alert(2), alert(3), alert(4, { kind: 'atRisk' })];
    expect(noticesFor(many)).toEqual([
      {
        title: '4 clocks need attention',
        body: '3 late, 1 at risk. Open Foredesk to see which.',
        ticketId: null,
      },
    ]);
  });

  it('says nothing about nothing', () => {
    expect(noticesFor([])).toEqual([]);
  });
});

describe('escalationNotices (ESC-10)', () => {
  const escalated = (number: number, owner: string | null): EscalatedByItself => ({
    ticketId: alert(number).ticketId,
    number,
    subject: `Ticket ${number}`,
    level: 2,
    owner,
    minutes: 30,
  });

  it('tells of each of a few: why, and who has it now', () => {
    expect(escalationNotices([escalated(1, 'Noor'), escalated(2, null)])).toEqual([
      {
        title: '#1 went to level 2 by itself',
        body: 'Ticket 1\nP1 and not solved for 30 min; now with Noor.',
        ticketId: alert(1).ticketId,
      },
      {
        title: '#2 went to level 2 by itself',
        body: 'Ticket 2\nP1 and not solved for 30 min; nobody has it yet.',
        ticketId: alert(2).ticketId,
      },
    ]);
  });

  it('counts more than three together, and says nothing about nothing', () => {
    expect(escalationNotices([1, 2, 3, 4].map((number) => escalated(number, null)))).toEqual([
      {
        title: '4 P1 tickets went up a level by themselves',
        body: 'Open Foredesk to see which.',
        ticketId: null,
      },
    ]);
    expect(escalationNotices([])).toEqual([]);
  });
});
