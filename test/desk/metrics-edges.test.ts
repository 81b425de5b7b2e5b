import { describe, expect, it } from 'vitest';
import type { KpiName } from '../../src/contract/index.ts';
import { kpiDimensions, kpiNames } from '../../src/contract/words.ts';
import { kpiOf } from '../../src/domain/metrics/kpis.ts';
import { figureRows } from '../../src/renderer/metrics/export-rows.ts';
import { tileWords } from '../../src/renderer/metrics/tile-words.ts';
import { mw } from '../../src/renderer/strings/en-metrics.ts';
import { fakeClock, hour, minute } from '../support/fake-clock.ts';
import { tempFolder } from '../support/temp.ts';
import { newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { oddNumbers } from '../support/whole-numbers.ts';

const folder = tempFolder();
const day = 24 * hour;
type Figures = Awaited<ReturnType<Client['metrics']['figures']>>;
type Range = { readonly from: string; readonly days: number };

const one = ({ rows: [row] }: Figures, name: KpiName) => row?.figures.find((figure) => figure.name === name);
const timed = ['firstResponse', 'nextResponse', 'resolution'] as const;

/** Everything that can be asked of some days. */
async function everything(client: Client, range: Range): Promise<readonly (readonly [string, unknown])[]> {
  const told: [string, unknown][] = [];
  for (const against of ['before', 'lastYear', 'none'] as const) {
    for (const by of [null, ...kpiDimensions])
      told.push([`figures ${by} ${against}`, await client.metrics.figures({ ...range, by, against })]);
    const within = { by: 'channel' as const, key: 'email' };
    told.push([`narrowed ${against}`, await client.metrics.figures({ ...range, within, by: 'agent', against })]);
  }
  for (const name of kpiNames) {
    told.push([`series ${name}`, await client.metrics.series({ ...range, name })]);
    told.push([`behind ${name}`, await client.metrics.behind({ ...range, name })]);
  }
  for (const name of timed) told.push([`distribution ${name}`, await client.metrics.distribution({ ...range, name })]);
  told.push(['heat', await client.metrics.heat(range)], ['ageing', await client.metrics.ageing()]);
  return told;
}

/** All of it in words, as tiles, cells, days and the file have it. */
async function inWords(client: Client, range: Range): Promise<readonly string[]> {
  const { kpis } = await client.metrics.kpis();
  const words: string[] = [];
  for (const against of ['before', 'lastYear', 'none'] as const) {
    const { rows, against: compared } = await client.metrics.figures({ ...range, by: null, against });
    for (const kpi of kpis)
      for (const figure of rows[0]?.figures.filter(({ name }) => name === kpi.name) ?? [])
        words.push(...Object.values(tileWords(kpi, figure, against, range.days)));
    words.push(...figureRows(rows, kpis, { ...range, place: 'All', against, compared }).flat());
    for (const { comparison } of rows[0]?.figures ?? [])
      if (comparison !== null) words.push(mw.difference('share', comparison), mw.chance(comparison.p));
  }
  const { cells } = await client.metrics.heat(range);
  words.push(...cells.map(({ n, days }) => mw.when.mean(n, days)));
  return words;
}

/** No answer and no word of it holds what is no number. */
async function expectSound(client: Client, range: Range): Promise<void> {
  for (const [what, answer] of await everything(client, range)) expect([what, oddNumbers(answer)]).toEqual([what, []]);
  expect((await inWords(client, range)).flatMap((word) => oddNumbers(word))).toEqual([]);
}

const closing = async (desk: TestDesk, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } finally {
    await desk.close();
  }
};
const at = async (now: number, timeZone = 'UTC'): Promise<TestDesk> => {
  const desk = await testDesk(folder, { clock: fakeClock(now) });
  await desk.client.desk.settings({ timeZone });
  return desk;
};

describe('the walker', () => {
  it('finds what is no number wherever it stands', () => {
    const answer = {
      rows: [
        { n: 3, value: NaN },
        { p: 1.5, comparison: { interval: { low: -Infinity } } },
      ],
      said: 'NaN %',
    };
    expect(oddNumbers(answer)).toEqual([
      '.rows.0.value: NaN',
      '.rows.1.p: 1.5',
      '.rows.1.comparison.interval.low: -Infinity',
      '.said: NaN %',
    ]);
    expect(oddNumbers({ n: -1, hits: null, difference: -0.4, value: undefined })).toEqual([
      '.n: -1',
      '.value: undefined',
    ]);
  });
});

describe('days that are not as others', () => {
  // Lisbon: 23 hours on 29 March 2026, 25 on 25 October.
  it.each([
    ['2026-03-29', 23, Date.UTC(2026, 2, 29, 0), Date.UTC(2026, 2, 29, 23)],
    ['2026-10-25', 25, Date.UTC(2026, 9, 24, 23), Date.UTC(2026, 9, 26, 0)],
  ])('%s has %i hours in Lisbon: each ticket counts of its own day, once', async (date, hours, begins, ends) => {
    expect((ends - begins) / hour).toBe(hours);
    const desk = await at(begins - hour, 'Europe/Lisbon');
    await closing(desk, async () => {
      // Half past each hour, from the hour before that day to the hour after it.
      desk.clock.pass(hour / 2);
      for (let made = 0; made < hours + 2; made += 1) {
        await newTicket(desk.client);
        desk.clock.pass(hour);
      }
      desk.clock.pass(2 * day);
      const range = { from: date, days: 1 };
      expect(one(await desk.client.metrics.figures(range), 'created')?.value).toBe(hours);
      const { days } = await desk.client.metrics.series({ from: dayBefore(date), days: 3, name: 'created' });
      expect(days.map(({ figure }) => figure.n)).toEqual([1, hours, 1]);
      const { cells } = await desk.client.metrics.heat(range);
      const sunday = cells.filter(({ weekday }) => weekday === 6).map(({ n }) => n);
      // The hour that is skipped has none, the one that comes twice has two.
      expect(sunday).toEqual(Array.from({ length: 24 }, (_, of) => (of === 1 ? hours - 23 : 1)));
      expect((await desk.client.metrics.behind({ ...range, name: 'created' })).total).toBe(hours);
      await expectSound(desk.client, { from: dayBefore(date), days: 3 });
    });
  });

  it('29 February is a day of its own; last year’s are the same weekdays, 52 weeks back', async () => {
    const desk = await at(Date.UTC(2028, 1, 29, 9));
    await closing(desk, async () => {
      await newTicket(desk.client);
      desk.clock.pass(day);
      await newTicket(desk.client);
      const leap = await desk.client.metrics.figures({ from: '2028-02-29', days: 1, against: 'lastYear' });
      expect([one(leap, 'created')?.value, leap.against]).toEqual([1, { from: '2027-03-02', days: 1 }]);
      const { days } = await desk.client.metrics.series({ from: '2028-02-28', days: 3, name: 'created' });
      expect(days.map(({ date, figure }) => [date, figure.value])).toEqual([
        ['2028-02-28', null],
        ['2028-02-29', 1],
        ['2028-03-01', 1],
      ]);
      const back = await desk.client.metrics.figures({ from: '2028-03-01', days: 1 });
      expect(back.against).toEqual({ from: '2028-02-29', days: 1 });
      await expectSound(desk.client, { from: '2028-02-01', days: 29 });
    });
  });
});

const dayBefore = (date: string): string => new Date(Date.parse(date) - day).toISOString().slice(0, 10);

describe('desks of little', () => {
  const now = Date.UTC(2026, 2, 4, 11);
  const range = { from: '2026-03-01', days: 4 };

  it('no ticket at all: nothing to tell, in numbers and in words', async () => {
    const desk = await at(now);
    await closing(desk, async () => {
      await expectSound(desk.client, range);
      const told = await desk.client.metrics.figures(range);
      for (const figure of told.rows[0]?.figures ?? []) {
        expect([figure.name, figure.n, figure.value]).toEqual([
          figure.name,
          0,
          kpiOf(figure.name).kind === 'count' ? 0 : null,
        ]);
        expect([figure.name, figure.meetsTarget, figure.interval]).toEqual([figure.name, null, null]);
        expect(figure.comparison?.verdict ?? 'notYet').toBe('notYet');
      }
      const { value, says, label } = tileWords(kpiOf('csat'), one(told, 'csat')!, 'before', 4);
      expect([value, says]).toEqual(['–', 'Do not react yet: nothing in the 4 days before']);
      expect(label).toMatch(/^CSAT: nothing to tell/);
      expect((await desk.client.metrics.figures({ ...range, by: 'agent' })).rows).toEqual([]);
    });
  });

  it('one ticket: counted once, told as too few, and days without tickets between', async () => {
    const desk = await at(now - 3 * day);
    await closing(desk, async () => {
      const { id } = await newTicket(desk.client);
      desk.clock.pass(30 * minute);
      await desk.client.tickets.reply({ id, body: 'Here', status: 'solved' });
      desk.clock.pass(3 * day);
      await expectSound(desk.client, range);
      const told = await desk.client.metrics.figures(range);
      expect([one(told, 'created')?.n, one(told, 'solved')?.n, one(told, 'backlog')?.n]).toEqual([1, 1, 0]);
      expect(one(told, 'firstContactResolution')).toMatchObject({ hits: 1, n: 1, value: 1, interval: { high: 1 } });
      expect(one(told, 'csat')).toMatchObject({ hits: 0, n: 0, value: null, interval: null, meetsTarget: null });
      const { days, centre } = await desk.client.metrics.series({ ...range, name: 'resolution' });
      expect(days.map(({ figure }) => figure.value === null)).toEqual([false, true, true, true]);
      expect(centre).toBe(days[0]?.figure.value);
      expect(days.every(({ low, high, signal }) => low === null && high === null && signal === null)).toBe(true);
      const says = tileWords(kpiOf('created'), one(told, 'created')!, 'before', 4).says;
      expect(says).toBe('Do not react yet: nothing in the 4 days before');
    });
  });

  it('all of it late: 0 %, an interval from 0, a target missed, and nothing divided by', async () => {
    const desk = await at(now - 20 * day);
    await closing(desk, async () => {
      const made: string[] = [];
      for (let each = 0; each < 40; each += 1) made.push((await newTicket(desk.client, { priority: 'p1' })).id);
      desk.clock.pass(10 * day);
      for (const id of made) await desk.client.tickets.reply({ id, body: 'Late', status: 'solved' });
      desk.clock.pass(day);
      const late = { from: '2026-02-10', days: 14 };
      await expectSound(desk.client, late);
      const told = await desk.client.metrics.figures(late);
      for (const name of ['slaMet', 'firstResponseMet', 'resolutionMet'] as const) {
        expect(one(told, name)).toMatchObject({ hits: 0, n: 40, value: 0, meetsTarget: false, interval: { low: 0 } });
        const { value, of, target } = tileWords(kpiOf(name), one(told, name)!, 'before', 14);
        expect([value, of, target]).toEqual(['0 %', '0 of 40', 'Target missed']);
      }
      const misses = await desk.client.metrics.behind({ ...late, name: 'slaMet', which: 'misses' });
      expect([misses.total, misses.tickets.every(({ hit }) => hit === false)]).toEqual([40, true]);
    });
  });

  it('before the first ticket and after today there is nothing, not zero', async () => {
    const desk = await at(now);
    await closing(desk, async () => {
      await newTicket(desk.client);
      for (const from of ['2019-01-01', '2026-02-20', '2030-01-01']) {
        const far = { from, days: 7 };
        await expectSound(desk.client, far);
        const { days, centre } = await desk.client.metrics.series({ ...far, name: 'created' });
        expect([centre, days.every(({ figure }) => figure.value === null)]).toEqual([null, true]);
        const { cells } = await desk.client.metrics.heat(far);
        expect(cells.every(({ n, days: of }) => n === 0 && of === 0)).toBe(true);
        expect(mw.when.mean(0, 0)).toBe('–');
      }
      const lastYear = await desk.client.metrics.figures({ ...range, against: 'lastYear' });
      expect(one(lastYear, 'created')?.comparison).toMatchObject({
        a: { n: 0, value: null },
        difference: null,
        p: null,
      });
      expect(tileWords(kpiOf('created'), one(lastYear, 'created')!, 'lastYear', 4).says).toBe(
        'Do not react yet: nothing in the same days last year',
      );
      await expectSound(desk.client, { from: '2024-02-29', days: 1100 });
    });
  });

  it('a range of no days, of too many, or of no date is refused in words that name the field', async () => {
    const desk = await at(now);
    await closing(desk, async () => {
      const asked = [
        [{ from: '2026-03-01', days: 0 }, 'days', '“days” has to be 1 or more.'],
        [{ from: '2026-03-01', days: -3 }, 'days', '“days” has to be 1 or more.'],
        [{ from: '2026-03-01', days: 1101 }, 'days', '“days” has to be 1100 or less.'],
        [{ from: '2026-03-01', days: 1.5 }, 'days', '“days” has to be a whole number.'],
        [{ from: '2026-02-30', days: 7 }, 'from', '“from” has to be a date like 2026-03-01.'],
        [{ from: 'yesterday', days: 7 }, 'from', '“from” has to be a date like 2026-03-01.'],
      ] as const;
      const { metrics } = desk.client;
      for (const [wrong, field, message] of asked)
        for (const call of [
          () => metrics.figures(wrong),
          () => metrics.series({ ...wrong, name: 'csat' }),
          () => metrics.distribution({ ...wrong, name: 'resolution' }),
          () => metrics.heat(wrong),
          () => metrics.behind({ ...wrong, name: 'csat' }),
        ])
          expect.soft(await refusal(call())).toEqual({ code: 'INVALID', message, data: { field } });
    });
  });
});

describe('an agent who left', () => {
  it('keeps what was theirs, under their name, and can be narrowed to', async () => {
    const desk = await at(Date.UTC(2026, 2, 2, 9));
    await closing(desk, async () => {
      const { id: agent } = await desk.client.people.create({ name: 'Bo Late' });
      const { id } = await newTicket(desk.client, { assigneeId: agent });
      await newTicket(desk.client);
      await desk.client.tickets.reply({ id, body: 'Done', status: 'solved' });
      await desk.client.people.update({ id: agent, set: { active: false } });
      desk.clock.pass(day);
      const range = { from: '2026-03-02', days: 1 };
      const { rows } = await desk.client.metrics.figures({ ...range, by: 'agent', against: 'none' });
      expect(
        rows.map(({ key, label, figures }) => [
          key === agent,
          label,
          figures.find(({ name }) => name === 'created')?.n,
        ]),
      ).toEqual([
        [true, 'Bo Late', 1],
        [false, 'No owner', 1],
      ]);
      const within = { by: 'agent' as const, key: agent };
      expect(one(await desk.client.metrics.figures({ ...range, within }), 'solved')?.n).toBe(1);
      expect((await desk.client.metrics.behind({ ...range, within, name: 'solved' })).total).toBe(1);
      await expectSound(desk.client, range);
      const gone = { by: 'agent' as const, key: '00000000-0000-7000-8000-000000000000' };
      expect(await refusal(desk.client.metrics.figures({ ...range, within: gone }))).toMatchObject({
        code: 'NOT_FOUND',
        data: { field: 'within.key' },
      });
    });
  });
});
