import { afterEach, describe, expect, it } from 'vitest';
import type { Alert } from '../../src/contract/index.ts';
import { fakeClock, hour, minute, mondayTen } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type TestDesk } from '../support/test-desk.ts';
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

const said = ({ live }: TestDesk): Alert[] => live.flatMap((each) => (each.type === 'alerts' ? each.alerts : []));
const first = (desk: TestDesk) => said(desk).filter(({ metric }) => metric === 'firstResponse');
const short = ({ kind, firedAt, late }: Alert) => [kind, (firedAt - mondayTen) / minute, late];
/** A P1: first response in 60 minutes around the clock, at risk after 45. */
const p1 = (desk: TestDesk) => newTicket(desk.client, { priority: 'p1' });

describe('the alarm (SLA-30)', () => {
  it('says at risk and breached once, at the instant', async () => {
    const desk = await start();
    const { id, number } = await p1(desk);
    desk.clock.pass(45 * minute - 1);
    expect(first(desk)).toEqual([]);
    desk.clock.pass(1);
    expect(first(desk).map(short)).toEqual([['atRisk', 45, false]]);
    expect((await desk.client.tickets.get({ id })).band).toBe('atRisk');
    desk.clock.pass(15 * minute);
    expect(first(desk)).toHaveLength(1);
    desk.clock.pass(1000);
    const [, late] = first(desk);
    expect(late).toMatchObject({ kind: 'breached', ticketId: id, number, dueAt: mondayTen + 60 * minute, late: false });
    expect(late!.firedAt - late!.dueAt).toBeLessThan(1000);
    expect((await desk.client.desk.summary()).breached).toBe(1);
    desk.clock.pass(3 * hour);
    expect(first(desk)).toHaveLength(2);
    expect((await desk.client.sla.alerts({})).alerts.map(({ kind }) => kind)).toEqual(['breached', 'atRisk']);
  });

  it('keeps one timer, whatever happens', async () => {
    const desk = await start();
    for (let n = 0; n < 20; n++) await p1(desk);
    expect(desk.clock.timers()).toBe(1);
    desk.clock.pass(2 * hour);
    expect(desk.clock.timers()).toBe(1);
    await stop(desk);
    expect(desk.clock.timers()).toBe(0);
  });

  it('tells the first window what no window has heard, and nobody twice', async () => {
    const before = await start();
    await p1(before);
    await stop(before);
    before.clock.sleep(2 * hour);
    const desk = await start({ file: before.file, clock: before.clock });
    const windowNews = async () => {
      const news = await desk.client.desk.live();
      const heard = await news.next();
      await newTicket(desk.client);
      const next = await news.next();
      await news.return();
      return [heard, next].map(({ done, value }) => (done === true ? 'end' : value.type));
    };
    expect(await windowNews()).toEqual(['hello', 'alerts']);
    expect(await windowNews()).toEqual(['hello', 'changed']);
  });

  it('says nothing of a clock that was met in time', async () => {
    const desk = await start();
    const { id } = await p1(desk);
    desk.clock.pass(30 * minute);
    await desk.client.tickets.reply({ id, body: 'On it', status: 'solved' });
    desk.clock.pass(48 * hour);
    expect(said(desk)).toEqual([]);
  });

  it('catches up when opened again, says that it is late, and says it once', async () => {
    const desk = await start();
    await p1(desk);
    await stop(desk);
    const clock = fakeClock(mondayTen + 2 * hour);
    const again = await start({ file: desk.file, clock });
    const { alerts } = await again.client.sla.alerts({});
    expect(alerts.map(short)).toEqual([['breached', 120, true]]);
    await stop(again);
    const third = await start({ file: desk.file, clock: fakeClock(mondayTen + 3 * hour) });
    third.clock.pass(hour);
    expect(said(third)).toEqual([]);
    expect((await third.client.sla.alerts({})).alerts).toHaveLength(1);
  });

  it('catches up after sleep, at once on waking', async () => {
    const desk = await start();
    await p1(desk);
    desk.clock.sleep(5 * hour);
    expect(said(desk)).toEqual([]);
    desk.desk.wake();
    expect(first(desk).map(short)).toEqual([['breached', 300, true]]);
    expect(desk.live).toContainEqual({ type: 'woke', awayMs: 5 * hour - 30_000, alerts: 1 });
  });

  it('a command in the moment between due and timer does not swallow the alert', async () => {
    const desk = await start();
    const { id } = await p1(desk);
    // Due, but the timer has not come round: the machine is busy, or has just woken.
    desk.clock.sleep(61 * minute);
    await desk.client.tickets.note({ id, body: 'Looking into it' });
    expect(first(desk).map(short)).toEqual([['breached', 61, true]]);
    desk.clock.pass(hour);
    expect(first(desk)).toHaveLength(1);
  });

  it('is not repeated after undo and redo', async () => {
    const desk = await start();
    const { id } = await p1(desk);
    desk.clock.pass(50 * minute);
    await desk.client.tickets.reply({ id, body: 'On it' });
    await desk.client.desk.undo({});
    desk.clock.pass(30 * minute);
    await desk.client.tickets.reply({ id, body: 'Sorry' });
    await desk.client.desk.undo({});
    await desk.client.desk.redo();
    await desk.client.desk.undo({});
    desk.clock.pass(hour);
    expect(first(desk).map(({ kind }) => kind)).toEqual(['atRisk', 'breached']);
  });

  it('is set anew by a higher priority, and says what that puts at risk (SLA-31)', async () => {
    const desk = await start();
    const { id } = await newTicket(desk.client, { priority: 'p3' });
    desk.clock.pass(50 * minute);
    expect(said(desk)).toEqual([]);
    const raise = () => desk.client.tickets.update({ selection: { ids: [id] }, set: { priority: 'p1' } });
    await raise();
    expect(first(desk).map(short)).toEqual([['atRisk', 50, false]]);
    await desk.client.desk.undo({});
    await desk.client.desk.redo();
    desk.clock.pass(10 * minute + 1000);
    expect(first(desk).map(({ kind }) => kind)).toEqual(['atRisk', 'breached']);
    expect(first(desk)[1]!.firedAt - first(desk)[1]!.dueAt).toBeLessThan(1000);
  });

  it('a pause holds it, and going on after the pause is no news', async () => {
    const desk = await start();
    const { id } = await newTicket(desk.client, { priority: 'p1' });
    await desk.client.tickets.reply({ id, body: 'Tell us more', status: 'open' });
    desk.clock.pass(18 * hour + minute);
    expect(said(desk).map(({ kind, metric }) => [kind, metric])).toEqual([['atRisk', 'resolution']]);
    const set = (status: 'pending' | 'open') =>
      desk.client.tickets.update({ selection: { ids: [id] }, set: { status } });
    await set('pending');
    desk.clock.pass(48 * hour);
    await set('open');
    expect(said(desk)).toHaveLength(1);
    desk.clock.pass(6 * hour);
    expect(said(desk).map(({ kind }) => kind)).toEqual(['atRisk', 'ladder', 'ladder', 'ladder', 'breached']);
  });
});

const shortMark = ({ kind, markMinutes, firedAt, late }: Alert) => [
  kind,
  markMinutes,
  (firedAt - mondayTen) / minute,
  late,
];
const resolution = (desk: TestDesk) => said(desk).filter(({ metric }) => metric === 'resolution');
/** A P1 that was answered at once: resolution in 24 hours around the clock, at risk after 18, marks at 3, 2 and 1 left. */
async function answered(desk: TestDesk): Promise<string> {
  const { id } = await p1(desk);
  await desk.client.tickets.reply({ id, body: 'We are on it', status: 'open' });
  return id;
}

describe('marks before a breach (SLA-40)', () => {
  it('are said once each, at their instant, between risk and breach', async () => {
    const desk = await start();
    await answered(desk);
    desk.clock.pass(25 * hour);
    expect(resolution(desk).map(({ kind, markMinutes }) => [kind, markMinutes])).toEqual([
      ['atRisk', null],
      ['ladder', 180],
      ['ladder', 120],
      ['ladder', 60],
      ['breached', null],
    ]);
    expect(
      resolution(desk)
        .slice(0, 4)
        .map(shortMark)
        .map(([, , at]) => at),
    ).toEqual([1080, 1260, 1320, 1380]);
    expect((await desk.client.sla.alerts({})).alerts[1]).toMatchObject({ kind: 'ladder', markMinutes: 60 });
  });

  it('that were slept through: only the last is said, as late', async () => {
    const desk = await start();
    await answered(desk);
    desk.clock.sleep(22 * hour + 30 * minute);
    desk.desk.wake();
    expect(resolution(desk).map(shortMark)).toEqual([['ladder', 120, 1350, true]]);
    desk.clock.pass(hour);
    expect(resolution(desk).map(({ markMinutes }) => markMinutes)).toEqual([120, 60]);
  });

  it('that are not below the target are passed over, and what comes with the risk is said as the risk', async () => {
    const desk = await start();
    // Four business hours: at risk with 60 minutes left, which is a mark as well.
    await newTicket(desk.client, { priority: 'p3' });
    desk.clock.pass(4 * hour);
    expect(first(desk).map(({ kind, markMinutes }) => [kind, markMinutes])).toEqual([
      ['ladder', 180],
      ['ladder', 120],
      ['atRisk', null],
    ]);
  });
});

describe('a snooze (SLA-45)', () => {
  const snooze = (desk: TestDesk, id: string, hours: number) =>
    desk.client.sla.snooze({
      ticketId: id,
      metric: 'resolution',
      until: desk.clock.now() + hours * hour,
      reason: 'Parts come at noon',
    });

  it('holds warnings back until its time, then says the last; a breach is always said', async () => {
    const desk = await start();
    const id = await answered(desk);
    const { changeSet } = await snooze(desk, id, 22);
    expect(changeSet).not.toBeNull();
    desk.clock.pass(22 * hour - 1000);
    expect(resolution(desk)).toEqual([]);
    expect((await desk.client.sla.alerts({})).alerts).toEqual([]);
    desk.clock.pass(2000);
    expect(resolution(desk).map(({ kind, markMinutes }) => [kind, markMinutes])).toContainEqual(['ladder', 120]);
    await snooze(desk, id, 10);
    desk.clock.pass(3 * hour);
    expect(resolution(desk).at(-1)?.kind).toBe('breached');
    const news = (await desk.client.tickets.get({ id })).events.filter(({ type }) => type === 'snooze');
    expect(news).toMatchObject([{ field: 'resolution', body: 'Parts come at noon' }, { field: 'resolution' }]);
  });

  it('says nothing when its time comes of what was done meanwhile', async () => {
    const desk = await start();
    const id = await answered(desk);
    await snooze(desk, id, 20);
    desk.clock.pass(19 * hour);
    await desk.client.tickets.update({ selection: { ids: [id] }, set: { status: 'solved' } });
    desk.clock.pass(24 * hour);
    expect(resolution(desk)).toEqual([]);
  });

  it('needs a reason and a time to come', async () => {
    const desk = await start();
    const id = await answered(desk);
    expect((await refusal(snooze(desk, id, -1))).message).toContain('That time is over');
    const bare = { ticketId: id, metric: 'resolution' as const, until: desk.clock.now() + hour, reason: ' ' };
    expect((await refusal(desk.client.sla.snooze(bare))).code).toBe('INVALID');
  });
});
