import type { LintRule } from '../../../contract/roster-common.ts';
import { contractHours } from './contract-hours.ts';
import { dayLength } from './day-length.ts';
import { daysInRow } from './days-in-row.ts';
import { doubleBookings } from './double-booking.ts';
import { missingBreak } from './missing-break.ts';
import { availability, holidays, timeOff } from './presence.ts';
import { rest } from './rest.ts';
import type { Problem, Sheet } from './types.ts';

type Rule = { readonly rule: LintRule; readonly run: (sheet: Sheet) => Problem[] };

const single: readonly Rule[] = [
  { rule: 'availability', run: availability },
  { rule: 'timeOff', run: timeOff },
  { rule: 'rest', run: rest },
  { rule: 'contractHours', run: contractHours },
  { rule: 'dayLength', run: dayLength },
  { rule: 'daysInRow', run: daysInRow },
  { rule: 'missingBreak', run: missingBreak },
  { rule: 'holiday', run: holidays },
];

/** All that is wrong with the shifts of one person, by the rules that are on. */
export function problemsOf(sheet: Sheet): Problem[] {
  const { off } = sheet.context;
  return [...doubleBookings(sheet), ...single.flatMap(({ rule, run }) => (off.has(rule) ? [] : run(sheet)))];
}
