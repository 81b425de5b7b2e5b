import { Temporal } from 'temporal-polyfill';
import { lintInputSchema, type LintInput } from '../../../src/contract/roster.ts';
import type { ActivityKind, RosterShift, RosterShiftIn, WorkKind } from '../../../src/contract/roster-common.ts';
import { lint } from '../../../src/domain/roster/lint/lint.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** `2026-03-02 09:00` by the clock on the wall of a zone; what comes twice is the first. */
export const wall =
  (zone: string) =>
  (text: string): number =>
    Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds;
export const lisbon = wall('Europe/Lisbon');
export const newYork = wall('America/New_York');

export const say =
  (zone: string) =>
  (at: number): string =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime().toString().replace('T', ' ');

type Extra = { readonly work?: WorkKind; readonly id?: string; readonly zone?: string };
type Part = readonly [ActivityKind, string, string];

/** `shift('ada', '2026-03-02 08:00', '2026-03-02 16:30', [['lunch', '2026-03-02 12:00', ...]])`, in Lisbon. */
export const shift = (
  personId: string | null,
  from: string,
  to: string,
  parts: readonly Part[] = [],
  { work = 'calls', id, zone = 'Europe/Lisbon' }: Extra = {},
): RosterShift => {
  const at = wall(zone);
  return {
    id: id ?? `${personId ?? 'open'} ${from}`,
    personId,
    startAt: at(from),
    endAt: at(to),
    work,
    activities: parts.map(([kind, start, end]) => ({ kind, startAt: at(start), endAt: at(end) })),
  };
};

/** A day in March 2026 with its lunch: `day('ada', 2)` is Monday 2 March, 08:00 to 16:30. */
export const day = (personId: string | null, date: number, from = '08:00', to = '16:30', zone = 'Europe/Lisbon') => {
  const on = `2026-03-${String(date).padStart(2, '0')}`;
  const lunch: Part[] = [['lunch', `${on} 12:00`, `${on} 12:30`]];
  return shift(personId, `${on} ${from}`, `${on} ${to}`, lunch, { zone });
};

type Given = {
  readonly shifts: readonly RosterShiftIn[];
  readonly people?: readonly Record<string, unknown>[];
  readonly away?: LintInput['away'];
  readonly holidays?: LintInput['holidays'];
  readonly rules?: Record<string, unknown>;
  readonly from?: number;
  readonly to?: number;
};

/** As the contract would hand it over. */
export const asInput = (given: Given): LintInput =>
  lintInputSchema.parse({ timeZone: 'Europe/Lisbon', people: [], ...given });

export const look = (given: Given) => lint(asInput(given)).findings;
export type Found = ReturnType<typeof look>[number];

/** Findings of one rule. */
export const of = (rule: string, given: Given): Found[] => look(given).filter((one) => one.rule === rule);

/** The roster once a remedy is taken, its second change too. */
export const taken = (shifts: readonly RosterShift[], remedy: Found['remedies'][number]): RosterShift[] => {
  const changes = new Map([remedy, ...remedy.also].map(({ shiftId, set }) => [shiftId, set]));
  return shifts.flatMap((one) => {
    const set = changes.get(one.id);
    if (set === undefined) return [one];
    return set === null ? [] : [{ ...set, id: one.id }];
  });
};
