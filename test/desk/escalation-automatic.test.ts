import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { hour, minute, mondayTen, fakeClock } from '../support/fake-clock.ts';
import { newTicket, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const open = new Set<TestDesk>();
async function start(options: Parameters<typeof testDesk>[1] = {}): Promise<TestDesk> {
  const desk = await testDesk(folder, options);
  open.add(desk);
  return desk;
}
async function stop(desk: TestDesk): Promise<void> {
  open.delete(desk);
  await desk.close();
}
afterEach(async () => {
  for (const desk of open) await stop(desk);
});

const p1 = (desk: TestDesk) => newTicket(desk.client, { priority: 'p1' });
const setPriority = (desk: TestDesk, id: string, priority: 'p1' | 'p3') =>
  desk.client.tickets.update({ selection: { ids: [id] }, set: { priority } });
const levelOf = async (desk: TestDesk, id: string) => (await desk.client.tickets.get({ id })).level;
const news = (desk: TestDesk) => desk.live.filter((each) => each.type === 'escalated');
const byItself = async (desk: TestDesk) => (await desk.client.escalation.log({ action: ['autoEscalated'] })).entries;

describe('a P1 that goes up by itself (ESC-10)', () => {
  it('is caught up on waking, all of them as one piece of news, each once', async () => {
    const desk = await start();
    const tickets = [await p1(desk), await p1(desk), await p1(desk)];
    desk.clock.sleep(5 * hour);
    desk.desk.wake();
    for (const { id } of tickets) expect(await levelOf(desk, id)).toBe(2);
    expect(news(desk)).toHaveLength(1);
    expect(news(desk)[0]?.escalations.map(({ number }) => number)).toEqual(tickets.map(({ number }) => number));
    desk.desk.wake();
    desk.clock.pass(3 * hour);
    expect(news(desk)).toHaveLength(1);
    expect((await byItself(desk)).map(({ at }) => at)).toEqual(tickets.map(() => mondayTen + 5 * hour));
  });

  it('is caught up by the first command where nobody said that the machine woke', async () => {
    const desk = await start();
    const { id } = await p1(desk);
    desk.clock.sleep(5 * hour);
    await newTicket(desk.client);
    expect(await levelOf(desk, id)).toBe(2);
  });

  it('asleep for less than the time, it still goes at its instant', async () => {
    const desk = await start();
    const { id } = await p1(desk);
    desk.clock.sleep(20 * minute);
    desk.desk.wake();
    expect(await levelOf(desk, id)).toBe(1);
    desk.clock.pass(10 * minute);
    expect((await byItself(desk)).map(({ at }) => at)).toEqual([mondayTen + 30 * minute]);
  });

  it('begins a new stretch where the priority was lowered and raised again', async () => {
    const desk = await start();
    const { id } = await p1(desk);
    desk.clock.pass(20 * minute);
    await setPriority(desk, id, 'p3');
    desk.clock.pass(20 * minute);
    expect(await levelOf(desk, id)).toBe(1);
    await setPriority(desk, id, 'p1');
    desk.clock.pass(30 * minute - 1);
    expect(await levelOf(desk, id)).toBe(1);
    desk.clock.pass(1);
    expect(await levelOf(desk, id)).toBe(2);
  });

  it('taken back it stays down for the rest of the stretch, also after the desk was closed', async () => {
    const desk = await start();
    const { id } = await p1(desk);
    desk.clock.pass(30 * minute);
    const [step] = (await desk.client.desk.history({ limit: 1 })).entries;
    expect(step?.command).toBe('escalation.automatic');
    await desk.client.desk.undo({ changeSet: step!.id });
    desk.clock.pass(2 * hour);
    expect(await levelOf(desk, id)).toBe(1);
    await stop(desk);
    const again = await start({ file: desk.file, clock: fakeClock(desk.clock.now() + hour, 8) });
    again.clock.pass(hour);
    expect(await levelOf(again, id)).toBe(1);
    expect((await byItself(again)).map(({ turn }) => turn)).toEqual(['takenBack', 'done']);
  });

  it('with the lowering of its priority taken back it goes on from where it was', async () => {
    const desk = await start();
    const { id } = await p1(desk);
    desk.clock.pass(20 * minute);
    await setPriority(desk, id, 'p3');
    desk.clock.pass(5 * minute);
    await desk.client.desk.undo({});
    desk.clock.pass(5 * minute - 1);
    expect(await levelOf(desk, id)).toBe(1);
    desk.clock.pass(1);
    expect(await levelOf(desk, id)).toBe(2);
  });

  it('turned on, or given another time, it looks at what stands there', async () => {
    const desk = await start();
    await desk.client.escalation.settingsSave({ automatic: { on: false, minutes: 30 } });
    const { id } = await p1(desk);
    desk.clock.pass(10 * minute);
    await desk.client.escalation.settingsSave({ automatic: { on: true, minutes: 15 } });
    desk.clock.pass(5 * minute - 1);
    expect(await levelOf(desk, id)).toBe(1);
    desk.clock.pass(1);
    expect(await levelOf(desk, id)).toBe(2);
  });

  /** Time in steps, awake or asleep, priority up and down. The latest stretch at P1 says whether it is up: nothing else. */
  const step = fc.oneof(
    fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ do: fc.constant('sleep' as const), minutes: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ do: fc.constantFrom('p1' as const, 'p3' as const), minutes: fc.constant(0) }),
  );
  it('goes up if and only if one stretch at P1 lasted 30 minutes, however the time went by', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const desk = await start();
        const { id } = await p1(desk);
        let since: number | null = desk.clock.now();
        let up = false;
        for (const each of steps) {
          if (each.do === 'pass') desk.clock.pass(each.minutes * minute);
          else if (each.do === 'sleep') {
            desk.clock.sleep(each.minutes * minute);
            desk.desk.wake();
          } else {
            await setPriority(desk, id, each.do);
            since = each.do === 'p3' ? null : (since ?? desk.clock.now());
          }
          up ||= since !== null && desk.clock.now() - since >= 30 * minute;
        }
        expect(await levelOf(desk, id)).toBe(up ? 2 : 1);
        expect(await byItself(desk)).toHaveLength(up ? 1 : 0);
        await stop(desk);
      }),
      { numRuns: 15 },
    );
  });
});
