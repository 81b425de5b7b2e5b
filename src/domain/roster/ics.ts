import type { ActivityKind, RosterShift, WorkKind } from '../../contract/roster-common.ts';
import { timeOf } from '../calendar/wall-time.ts';
import { wallOf, zoneOf, type Zone } from '../calendar/zone.ts';
import { Fault } from '../fault.ts';

const words: Readonly<Record<ActivityKind, string>> = {
  calls: 'Calls',
  chat: 'Chat',
  mail: 'Mail',
  break: 'Break',
  lunch: 'Lunch',
  coaching: 'Coaching',
  qa: 'Quality review',
  meeting: 'Meeting',
  training: 'Training',
  offQueue: 'Off the queue',
};

/** `20260329T013000Z`: UTC, for a zone would need its rules in the file. RFC 5545, 3.3.5. */
const stamp = (at: number): string =>
  new Date(at)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');

/** Text as a value: what parts values is escaped, a line break is written. RFC 5545, 3.3.11. */
const textValue = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\n|\r/g, '\\n');

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

const mostOctets = 75;

/** A line folded after at most 75 octets, never inside a character. RFC 5545, 3.1. */
function fold(line: string): string {
  let [folded, octets] = ['', 0];
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > mostOctets) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function describe(shift: RosterShift, zone: Zone): string {
  const time = (at: number) => timeOf(wallOf(zone, at).minutes);
  return shift.activities
    .map(({ kind, startAt, endAt }) => `${time(startAt)} to ${time(endAt)} ${words[kind]}`)
    .join('\n');
}

const summary = (work: WorkKind): string => `Shift: ${words[work].toLowerCase()}`;

function eventOf(shift: RosterShift, zone: Zone, now: number): string[] {
  const description = describe(shift, zone);
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(shift.id)}@foredesk`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(shift.startAt)}`,
    `DTEND:${stamp(shift.endAt)}`,
    `SUMMARY:${textValue(summary(shift.work))}`,
    ...(description === '' ? [] : [`DESCRIPTION:${textValue(description)}`]),
    'END:VEVENT',
  ];
}

/**
 * Shifts of one person as an iCalendar file (RFC 5545): UTC times, a UID for each shift that stays when it is moved, its
 * activities in the description by the clock of `timeZone`. `now` is when the file is made. Faults INVALID without any
 * shift: a calendar has at least one entry (3.6). SPEC PAT-5.
 */
export function shiftsToIcs(
  shifts: readonly RosterShift[],
  given: { readonly name: string; readonly timeZone: string; readonly now: number },
): string {
  if (shifts.length === 0) throw new Fault('INVALID', 'There is no shift in that time. Choose days that have some.');
  const zone = zoneOf(given.timeZone);
  const sorted = shifts.toSorted((a, b) => a.startAt - b.startAt);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foredesk//Roster//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${textValue(`Shifts of ${given.name}`)}`,
    ...sorted.flatMap((shift) => eventOf(shift, zone, given.now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
