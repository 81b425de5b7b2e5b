import { expect, test } from 'vitest';
import type { TicketEvent } from '../../src/contract/index.ts';
import { latestOwn } from '../../src/renderer/tickets/thread.ts';
import { restingTop } from '../../src/renderer/tickets/use-newest.ts';

test('a talk rests at its end, so that the newest message is whole', () => {
  expect(restingTop(700, 200, 600)).toBe(500);
});

test('a newest message longer than the place for it is read from its beginning', () => {
  expect(restingTop(1000, 200, 400)).toBe(392);
});

test('a message with many changes after it still begins in sight', () => {
  expect(restingTop(900, 200, 500)).toBe(492);
});

test('a talk that fits, or has no message, is not scrolled past its ends', () => {
  expect(restingTop(150, 200, 40)).toBe(0);
  expect(restingTop(700, 200, 3)).toBe(0);
  expect(restingTop(700, 200, null)).toBe(500);
});

const event = (id: string, type: TicketEvent['type']): TicketEvent => ({
  id,
  at: 0,
  type,
  author: { kind: 'agent', name: 'Bea' },
  field: null,
  from: null,
  to: null,
  body: 'Text',
});

test('what was written here last is known, whatever came after it', () => {
  const talk = [event('a', 'customerMessage'), event('b', 'agentReply'), event('c', 'status')];
  expect(latestOwn(talk)).toBe('b');
  expect(latestOwn([...talk, event('d', 'customerMessage')])).toBe('b');
  expect(latestOwn([...talk, event('e', 'internalNote')])).toBe('e');
  expect(latestOwn([event('a', 'customerMessage')])).toBeNull();
});
