import type { Weekday } from '../../contract/index.ts';
import { number } from './en-words.ts';

const short: Record<Weekday, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};
const status = { active: 'Active', away: 'Away', left: 'Left' } as const;
const levels: readonly string[] = ['learning', 'with help', 'on their own', 'experienced', 'teaches others'];

/** Hours of a week, wherever they are typed. */
export const w = {
  short,
  never: 'never',
  over: 'These hours lie over each other. Make one stretch of them.',
  noLength: 'These hours have no length. Write 00:00-24:00 for a whole day.',
  stretch: (first: Weekday, last: Weekday, text: string): string =>
    `${first === last ? short[first] : `${short[first]} to ${short[last]}`} ${text}`,
};

/** The team: who works tickets, what they can do, when they can work, and whether they are here. */
export const p = {
  title: 'Team',
  how: 'Routing looks at skills, languages and room; it passes over who is away.',
  list: 'People of this desk',
  empty: 'Nobody is on this desk yet',
  emptyHow: 'Add the people who work tickets here. Routing, owners and the roster need them.',
  add: 'Add a person',
  newName: 'New person',
  changed: 'not saved yet',
  status,
  statusIs: 'Status',
  statusHow: {
    active: 'Gets tickets and shifts.',
    away: 'Keeps their tickets, gets no new ones. Their open tickets count as orphans.',
    left: 'No longer offered as an owner or on the roster.',
  },
  name: 'Name',
  mail: 'Email',
  phone: 'Phone',
  team: 'Team',
  role: 'Role',
  optional: 'optional',
  zone: 'Time zone',
  deskZone: 'As the desk',
  skills: 'Skills',
  skillsHow: 'Enter or a comma adds one. Routing asks for them without regard to case.',
  skillsPlaceholder: 'billing, refunds',
  levelsOf: 'Levels',
  levelOf: (skill: string): string => `Level of ${skill}`,
  level: (level: number): string => levels[level - 1] ?? '',
  languages: 'Languages',
  languagesHow: 'Tags such as en or pt-BR.',
  languagesPlaceholder: 'en, fr',
  capacity: 'Most open tickets',
  capacityHow: 'Empty: no limit.',
  contract: 'Contract hours',
  contractHow: 'A week, such as 37.5 or 37:30. Empty: none agreed.',
  ramp: 'Ramp, percent',
  rampHow: 'Of a full agent: newcomers less.',
  availability: 'Can work',
  anyTime: 'At any time',
  hoursHow: 'By the clock of their time zone. Such as 09:00-12:00, 13:00-17:00; a night is 22:00-06:00.',
  perWeek: (hours: string): string => `${hours} h a week`,
  remove: (word: string): string => `Remove ${word}`,
  save: 'Save',
  discard: 'Discard changes',
  needName: 'Say what they are called.',
  badMail: 'This is not an email address. Correct it, or leave it empty.',
  badCapacity: 'A whole number from 0 to 10,000, or nothing.',
  badLanguage: (word: string): string => `“${word}” is no language tag. Use one such as en or pt-BR.`,
  badContract: 'Hours a week from 0 to 168, such as 37.5 or 37:30, or nothing.',
  badRamp: 'A percentage from 0 to 100.',
  needHours: 'Type the hours of a weekday, or tick “At any time”.',
  saved: (name: string): string => `${name} saved.`,
  added: (name: string): string => `${name} is on the team.`,
  restored: (name: string): string => `${name} is as before.`,
  people: (n: number): string => `${number(n)} ${n === 1 ? 'person' : 'people'}`,
  awayCount: (n: number): string => `${number(n)} away`,
  ownerAway: (name: string): string => `${name} (away)`,
  skillsOf: (skills: readonly string[], languages: readonly string[]): string => [...skills, ...languages].join(', '),
};
