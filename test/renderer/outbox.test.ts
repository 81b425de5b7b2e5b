import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { outbox, typingMs, type Sent } from '../../src/renderer/app/outbox.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('typing is sent once it rests, and once', async () => {
  const sent: string[] = [];
  const box = outbox((key) => {
    sent.push(key);
    return Promise.resolve('kept');
  });
  for (let stroke = 0; stroke < 5; stroke += 1) {
    box.later('a');
    await vi.advanceTimersByTimeAsync(typingMs - 1);
  }
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual(['a']);
  box.later('a');
  box.cancel('a');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual(['a']);
});

test('of one key one sending waits for the other; other keys do not', async () => {
  const open: string[] = [];
  const ends: (() => void)[] = [];
  const box = outbox(
    (key) =>
      new Promise<Sent>((done) => {
        open.push(key);
        ends.push(() => done('kept'));
      }),
  );
  const both = [box.flush('a'), box.flush('a'), box.flush('b')];
  await vi.advanceTimersByTimeAsync(0);
  expect(open).toEqual(['a', 'b']);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(open).toEqual(['a', 'b', 'a']);
  for (const end of ends) end();
  expect(await Promise.all(both)).toEqual([true, true, true]);
});

test('what the desk could not take is tried again by itself until it does; what it refused is not', async () => {
  const answers: Sent[] = ['again', 'again', 'kept', 'refused'];
  let tries = 0;
  const box = outbox(() => Promise.resolve(answers[tries++] ?? 'kept'));
  expect(await box.flush('a')).toBe(false);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(tries).toBe(3);
  expect(await box.flush('a')).toBe(false);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(tries).toBe(4);
});
