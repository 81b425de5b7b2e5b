import { createCsvReader } from '../../../../src/domain/exchange/csv-reader.ts';
import { planRosterImport } from '../../../../src/domain/roster/exchange/plan.ts';
import type { RosterImportInput, RosterPlan } from '../../../../src/domain/roster/exchange/plan.ts';
import type { RosterSheet } from '../../../../src/domain/roster/exchange/rows.ts';
import type { KnownPerson } from '../../../../src/domain/roster/exchange/who.ts';

/** A CSV text as a sheet: its first line is the header. */
export function sheetOf(text: string): RosterSheet {
  const reader = createCsvReader({ delimiter: ',', newline: '\n' });
  const [head, ...rows] = [...reader.push(text.replace(/^\uFEFF/, '')), ...reader.end()];
  return { header: head?.cells ?? [], rows, container: 'csv' };
}

export const ada: KnownPerson = { id: 'p-ada', name: 'Ada Lund', email: 'ada@example.org', employeeId: '0042' };
export const bo: KnownPerson = { id: 'p-bo', name: 'Bo Çelik', email: null };

export function plan(text: string, options: Partial<RosterImportInput> = {}): RosterPlan {
  return planRosterImport({ ...sheetOf(text), people: [ada, bo], timeZone: 'Europe/Berlin', ...options });
}

/** `line: reason` of what did not go in, or went in otherwise. */
export const said = (read: RosterPlan) =>
  read.issues.map(({ line, severity, reason }) => `${line} ${severity}: ${reason}`);

export const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z'));
