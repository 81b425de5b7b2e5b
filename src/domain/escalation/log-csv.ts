import type { EscalationLogEntry } from '../../contract/escalation.ts';
import { csvText } from '../exchange/csv-write.ts';
import { localIso } from '../exchange/zone-clock.ts';

const header = [
  'Entry',
  'At',
  'Actor',
  'Action',
  'Turn',
  'Level',
  'Owner',
  'Cause',
  'Text',
  'Resolution',
  'Ticket',
  'Subject',
  'Incident',
  'Drill',
];

/** The escalation log as CSV, times in the desk's zone with offset, formulas defused (SPEC IMP-20). SPEC ESC-23. */
export function escalationLogCsv(entries: readonly EscalationLogEntry[], timeZone: string): string {
  const lines = entries.map((entry) => [
    `${entry.id}`,
    localIso(entry.at, timeZone),
    entry.actor,
    entry.action,
    entry.turn,
    entry.level === null ? '' : `${entry.level}`,
    entry.owner ?? '',
    entry.cause ?? '',
    entry.text,
    entry.resolution ?? '',
    entry.ticketNumber === null ? '' : `${entry.ticketNumber}`,
    entry.ticketSubject ?? '',
    entry.incidentTitle ?? '',
    entry.drill ? 'DRILL' : '',
  ]);
  return csvText([header, ...lines]);
}
