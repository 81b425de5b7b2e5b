import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { performance as expected } from '../../src/domain/staffing/required.ts';
import { hasShared, shared } from '../desk/import/support.ts';
import { away, perHour, presence, readCalls } from './call-by-call.ts';
import type { Call } from './call-by-call.ts';

const file = 'call-by-call-bank/data_anonymous_bank_february.tsv.gz';
const unless = hasShared(file) ? '' : ' (not run: the data folder is not beside this checkout)';
const document = join(import.meta.dirname, '../../docs/staffing.md');

const within = 20;
const days = 28;
/** 1 February 1999 was a Monday; the bank's week is Sunday to Thursday. */
const isWorkday = (day: number): boolean => ![5, 6].includes((day + 1) % 7);
const openHours = Array.from({ length: 17 }, (_, index) => index + 7);

const sum = <T>(list: readonly T[], of: (item: T) => number): number =>
  list.reduce((total, item) => total + of(item), 0);
const inTime = (calls: readonly Call[]): number =>
  sum(calls, ({ answered, waited }) => Number(answered && waited <= within));

type Model = { readonly serviceLevel: number; readonly abandoned: number; readonly asa: number };
/** One hour of one day, or sums of such; all that is a share or a mean is summed over calls. */
type Hour = {
  readonly calls: number;
  readonly answered: number;
  readonly handled: number;
  readonly there: number;
  readonly busy: number;
  readonly days: number;
  /** Of what Erlang C takes to be an overload: calls, and how many of them were in time in fact. */
  readonly overload: { readonly calls: number; readonly inTime: number };
  readonly measured: Model;
  readonly c: Model;
  readonly a: Model;
  readonly fewer: Model;
};

const plus = (one: Model, other: Model): Model => ({
  serviceLevel: one.serviceLevel + other.serviceLevel,
  abandoned: one.abandoned + other.abandoned,
  asa: one.asa + other.asa,
});
const added = (one: Hour, other: Hour): Hour => ({
  calls: one.calls + other.calls,
  answered: one.answered + other.answered,
  handled: one.handled + other.handled,
  there: one.there + other.there,
  busy: one.busy + other.busy,
  days: one.days + other.days,
  overload: {
    calls: one.overload.calls + other.overload.calls,
    inTime: one.overload.inTime + other.overload.inTime,
  },
  measured: plus(one.measured, other.measured),
  c: plus(one.c, other.c),
  a: plus(one.a, other.a),
  fewer: plus(one.fewer, other.fewer),
});

const percent = (share: number): string => (100 * share).toFixed(1);
const columns = (hour: Hour): readonly string[] => [
  (hour.calls / hour.days).toFixed(0),
  (hour.handled / hour.answered).toFixed(0),
  (hour.there / 3600 / hour.days).toFixed(1),
  percent(hour.busy / hour.there),
  ...[hour.measured, hour.c, hour.a, hour.fewer].map(({ serviceLevel }) => percent(serviceLevel / hour.calls)),
  ...[hour.measured, hour.a, hour.fewer].map(({ abandoned }) => percent(abandoned / hour.calls)),
  ...[hour.measured, hour.a, hour.fewer].map(({ asa }) => (asa / hour.calls).toFixed(0)),
];
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** How far the service level of a model is from the measured one, hour by hour, in points, each hour by its calls. */
const gap = (hours: readonly Hour[], model: 'c' | 'a' | 'fewer'): string => {
  const off = sum(hours, (hour) => Math.abs(hour[model].serviceLevel - hour.measured.serviceLevel));
  return ((100 * off) / sum(hours, ({ calls }) => calls)).toFixed(1);
};

function measure() {
  const { offered, phantoms } = readCalls(shared(file));
  const { busy, there } = presence(offered);
  const busySeconds = perHour(busy, days * 24);
  const thereSeconds = perHour(there, days * 24);
  const abandoned = offered.filter(({ answered }) => !answered);
  const waited = sum(offered, (call) => call.waited);
  const patience = waited / abandoned.length;
  const handled = sum(offered, (call) => (call.answered ? call.handled : 0));
  const aht = handled / (offered.length - abandoned.length);
  const byHour = new Map<number, Call[]>();
  for (const call of offered) {
    const hour = Math.floor(call.at / 3600);
    byHour.set(hour, [...(byHour.get(hour) ?? []), call]);
  }

  const hourOf = (hour: number): Hour => {
    const calls = byHour.get(hour) ?? [];
    const answered = calls.filter((call) => call.answered);
    const agents = Math.round((thereSeconds[hour] ?? 0) / 3600);
    const spent = sum(answered, (call) => call.handled);
    const load = {
      calls: calls.length,
      intervalMinutes: 60,
      // In an hour in which nobody was answered, a call would have taken what it took all month.
      ahtSeconds: answered.length === 0 ? aht : spent / answered.length,
      target: { share: 0.8, withinSeconds: within },
      patienceSeconds: patience,
    };
    const by = (model: 'erlangC' | 'erlangA', agentsThere: number): Model => {
      const found = expected({ ...load, model, agents: Math.max(0, agentsThere) });
      return {
        serviceLevel: found.serviceLevel * calls.length,
        abandoned: (found.abandonProbability ?? 0) * calls.length,
        asa: (found.asaSeconds ?? NaN) * calls.length,
      };
    };
    const c = by('erlangC', agents);
    const overloaded = Number(Number.isNaN(c.asa));
    return {
      calls: calls.length,
      answered: answered.length,
      handled: spent,
      there: thereSeconds[hour] ?? 0,
      busy: busySeconds[hour] ?? 0,
      days: 1,
      overload: { calls: overloaded * calls.length, inTime: overloaded * inTime(calls) },
      measured: {
        serviceLevel: inTime(calls),
        abandoned: calls.length - answered.length,
        asa: sum(calls, (call) => call.waited),
      },
      c,
      a: by('erlangA', agents),
      fewer: by('erlangA', agents - 1),
    };
  };
  const workdays = Array.from({ length: days }, (_, day) => day).filter(isWorkday);
  const hours = openHours.map((hour) => workdays.map((day) => hourOf(day * 24 + hour)).reduce(added));
  return { offered, phantoms, abandoned, waited, patience, aht, busySeconds, thereSeconds, workdays, hours };
}

const heading = [
  'hour',
  'calls',
  'AHT',
  'people',
  'busy',
  'in time',
  'C',
  'A',
  'A, one fewer',
  'gave up',
  'A',
  'A, one fewer',
  'wait',
  'A',
  'A, one fewer',
];

/** The section as it has to stand in the document, but for line breaks and the padding of tables. */
function section(found: ReturnType<typeof measure>): string {
  const { offered, phantoms, abandoned, patience, aht, busySeconds, thereSeconds, workdays, hours } = found;
  const never = abandoned.filter(({ queued }) => !queued).length;
  const queuePatience = found.waited / (abandoned.length - never);
  const unnamed = offered.filter(({ answered, talk }) => answered && talk === null).length;
  const occupancy = sum([...busySeconds], Number) / sum([...thereSeconds], Number);
  const all = hours.reduce(added);
  const calmInTime = all.measured.serviceLevel - all.overload.inTime;
  const count = (value: number): string => value.toLocaleString('en');
  return `
## Erlang beside a real call centre

Every call of a bank's call centre in February 1999: ${count(offered.length)} offered (${count(offered.length - abandoned.length)}
taken by an agent, ${count(abandoned.length)} hung up), ${phantoms} phantoms left out. Of all offered,
${percent(inTime(offered) / offered.length)} % were answered within ${within} seconds; a call took ${aht.toFixed(0)} seconds.
All figures here are asserted by \`test/conformance/call-by-call-bank.test.ts\`, which runs where the project's data folder
lies beside the checkout.

- **People there.** The log has no log-ons. A server counts as there from one call to the next where the next begins
within ${away / 60} minutes; over that they are taken to be away. So measured, people were on a call
${percent(occupancy)} % of the time they were there. ${unnamed} answered calls name no server, or no time, and count for nobody.
- **Patience.** Total time waited over the number who hung up (the maximum likelihood of an exponential): ${patience.toFixed(0)}
seconds. ${count(never)} of those who hung up never were in the queue; without them it would be ${queuePatience.toFixed(0)}.
- **Prediction.** For each hour of ${workdays.length} working days (Sunday to Thursday, 7:00 to 24:00): the calls, handle time
and people (rounded) of that hour, through \`performance\`; then the mean over the days by calls. Erlang C gives an
overloaded hour a service level of 0.

${row(heading)}
${row(heading.map(() => '-:'))}
${hours.map((hour, index) => row([`${openHours[index]}:00`, ...columns(hour)])).join('\n')}
${row(['all', ...columns(all)])}

Calls are per hour, AHT and waits in seconds, the rest in percent; waits are of all offered. Hour by hour the service level
of Erlang C is off by ${gap(hours, 'c')} points, of Erlang A by ${gap(hours, 'a')}, of Erlang A with one person fewer by
${gap(hours, 'fewer')}.

- Erlang A with everybody who was there is too rosy in every hour: people who are there are not always ready. With one
fewer at any time it is near in service level over the month, and nearer in waits and in who gives up, though not in the
thinly staffed hours at both ends of the day. That was fitted after the fact and says what to measure: adherence.
- Erlang C is as near in service level, by an error that makes up for another. It, too, takes everybody to be ready; and it
lets nobody give up, so that its queues are longer than they were. ${percent(all.overload.calls / all.calls)} % of the calls
came in hours that it takes to be overloaded, and expects none of them in time; ${percent(all.overload.inTime / all.overload.calls)} % were. In
all other hours it expects ${percent(all.c.serviceLevel / (all.calls - all.overload.calls))} %, and ${percent(calmInTime / (all.calls - all.overload.calls))} % were. It says nothing of the ${percent(all.measured.abandoned / all.calls)} % who gave up.
- Neither knows what this centre did besides: some callers went first, some calls only few could take, and calls
and people change within the hour.
`;
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/-+/g, '-').trim();

describe.runIf(hasShared(file))(`every call of a bank, February 1999${unless}`, () => {
  it('is counted as its README counts it', () => {
    const { offered, phantoms, abandoned } = measure();
    expect([offered.length - abandoned.length, abandoned.length, phantoms]).toEqual([27_162, 5904, 278]);
    expect(percent(inTime(offered) / offered.length)).toBe('49.0');
  });

  it('people there are never fewer than people busy, and none are there twice', () => {
    const { busySeconds, thereSeconds } = measure();
    thereSeconds.forEach((seconds, hour) => {
      expect(seconds).toBeGreaterThanOrEqual(busySeconds[hour]!);
      expect(seconds).toBeLessThanOrEqual(24 * 3600);
    });
  });

  it('the document says what is measured and predicted, number by number', () => {
    const found = measure();
    expect(plain(readFileSync(document, 'utf8'))).toContain(plain(section(found)));
  });

  it('what the document concludes follows from its table', () => {
    const { hours } = measure();
    for (const hour of hours) expect(hour.a.serviceLevel).toBeGreaterThan(hour.measured.serviceLevel);
    expect(Number(gap(hours, 'fewer'))).toBeLessThan(Number(gap(hours, 'a')) / 2);
    const all = hours.reduce(added);
    expect(Math.abs(all.fewer.serviceLevel - all.measured.serviceLevel) / all.calls).toBeLessThan(0.01);
    for (const figure of ['abandoned', 'asa'] as const) {
      const off = (model: Model) => Math.abs(model[figure] / all.measured[figure] - 1);
      expect(off(all.fewer)).toBeLessThan(off(all.a));
    }
    for (const hour of [hours[0]!, hours.at(-1)!]) {
      expect((hour.measured.serviceLevel - hour.fewer.serviceLevel) / hour.calls).toBeGreaterThan(0.1);
    }
    expect(all.overload.inTime).toBeGreaterThan(0.1 * all.overload.calls);
    const calm = all.calls - all.overload.calls;
    expect(all.c.serviceLevel / calm).toBeGreaterThan((all.measured.serviceLevel - all.overload.inTime) / calm);
  });
});
