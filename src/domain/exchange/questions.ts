import type { DateOrder, Question } from '../../contract/index.ts';
import type { DateEvidence, OrderFound } from './profile.ts';

const orderLabels: Readonly<Record<'dmy' | 'mdy', string>> = {
  dmy: 'Day first: 31/12/2026',
  mdy: 'Month first: 12/31/2026',
};

/** Asks how dates are read where the file does not prove it. */
export function dateOrderQuestion(found: OrderFound, evidence: DateEvidence): Question {
  const text = found.mixed
    ? `Some dates can only be day first (${evidence.dayFirst}), others only month first (${evidence.monthFirst}). ` +
      'Which order is right? Rows in the other order will be rejected.'
    : 'No date in this file shows whether the day or the month comes first. Which is it?';
  const options = (['dmy', 'mdy'] as const).map((value) => ({ value, label: orderLabels[value] }));
  return { kind: 'dateOrder', text, options, suggested: found.suggested };
}

/** Asks how dates with the year first are read where a spreadsheet seems to have swapped some. SPEC IMP-32. */
export function yearOrderQuestion({ yearFirst, numeric }: DateEvidence): Question {
  return {
    kind: 'yearOrder',
    text:
      `${yearFirst} dates begin with the year, and none of them has a day above 12; each of the other ${numeric} has one. ` +
      'A spreadsheet seems to have swapped day and month of the former. How are they to be read?',
    options: [
      { value: 'ydm', label: 'Swapped: 2026-04-03 is 4 March' },
      { value: 'ymd', label: 'As they stand: 2026-04-03 is 3 April' },
    ],
    suggested: 'ydm',
  };
}

/** Asks for the zone of times that name none; the desk's own is suggested, the preset's or UTC offered beside it. */
export function timeZoneQuestion(deskTimeZone: string, suggested: string): Question {
  const zones = [...new Set([suggested, deskTimeZone, 'UTC'])];
  const label = (zone: string) => (zone === deskTimeZone ? `${zone} (this desk)` : zone);
  return {
    kind: 'timeZone',
    text: 'The times in this file name no time zone. Which zone are they in?',
    options: zones.map((value) => ({ value, label: label(value) })),
    suggested,
  };
}

/** An order that a preset or a saved mapping knows, unless the file proves another. */
export function settleOrder(found: OrderFound, known: DateOrder | null): DateOrder | null {
  if (found.order !== null || found.mixed) return found.order;
  return known === 'ymd' ? null : known;
}
