import type { Person } from '../../contract/index.ts';
import { p } from '../strings/en-people.ts';
import { weekHoursText, weekMinutes } from './contract-text.ts';
import { emptyWeek, readWeek, weekTextsOf, type WeekTexts } from '../calendar/week-hours.ts';

/** A person as a form holds them: texts as typed. */
export type PersonDraft = {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly team: string;
  readonly role: string;
  /** Empty for the desk's own. */
  readonly timeZone: string;
  readonly skills: readonly string[];
  /** 1 to 5 by skill; one without counts as `usualLevel`. */
  readonly levels: Readonly<Record<string, number>>;
  readonly languages: readonly string[];
  /** Empty for no limit. */
  readonly capacity: string;
  /** Hours a week as typed; empty where none are agreed. */
  readonly contract: string;
  /** Percent of a full agent. */
  readonly ramp: string;
  /** They can work at any time; else in `hours`. */
  readonly anyTime: boolean;
  readonly hours: WeekTexts;
  readonly away: boolean;
  readonly active: boolean;
};

type PersonField = 'name' | 'email' | 'capacity' | 'languages' | 'contract' | 'ramp' | 'hours';
export type PersonErrors = Partial<Record<PersonField | `hours.${string}`, string>>;

/** What a skill without a level counts as, here and in the rules of the roster. */
export const usualLevel = 3;

export const personStatuses = ['active', 'away', 'left'] as const;
export type PersonStatus = (typeof personStatuses)[number];

/** Here, here but away now, or no longer here. */
export function statusOf({ active, away }: Pick<Person, 'active' | 'away'>): PersonStatus {
  if (!active) return 'left';
  return away ? 'away' : 'active';
}

export const ofStatus = (status: PersonStatus): Pick<PersonDraft, 'active' | 'away'> => ({
  active: status !== 'left',
  away: status === 'away',
});

export const newPerson: PersonDraft = {
  name: '',
  email: '',
  phone: '',
  team: '',
  role: '',
  timeZone: '',
  skills: [],
  levels: {},
  languages: [],
  capacity: '',
  contract: '',
  ramp: '100',
  anyTime: true,
  hours: emptyWeek,
  away: false,
  active: true,
};

export const draftOf = (person: Person): PersonDraft => ({
  name: person.name,
  email: person.email ?? '',
  phone: person.phone ?? '',
  team: person.team ?? '',
  role: person.role ?? '',
  timeZone: person.timeZone ?? '',
  skills: person.skills,
  levels: person.skillLevels,
  languages: person.languages,
  capacity: person.capacity === null ? '' : String(person.capacity),
  contract: person.contractMinutes === null ? '' : weekHoursText(person.contractMinutes),
  ramp: String(person.rampPercent),
  anyTime: person.availability === null,
  hours: weekTextsOf(person.availability ?? {}),
  away: person.away,
  active: person.active,
});

const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const language = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const mostTickets = 10_000;

/** 0 to 100, also as `80 %`; null for what is none. */
function percentIn(typed: string): number | null {
  const found = /^(\d{1,3}(?:[.,]\d)?)\s*%?$/.exec(typed.trim());
  const percent = Number((found?.[1] ?? '').replace(',', '.'));
  return found === null || percent > 100 ? null : percent;
}

function hourErrors({ anyTime, hours }: PersonDraft): PersonErrors {
  if (anyTime) return {};
  const read = readWeek(hours);
  const days = Object.entries(read.errors);
  if (days.length === 0 && Object.keys(read.hours).length === 0) return { hours: p.needHours };
  return Object.fromEntries(days.map(([day, error]) => [`hours.${day}`, error]));
}

/** What is wrong with a form, by field; nothing where it can be saved. */
export function errorsOf(draft: PersonDraft): PersonErrors {
  const { name, email, capacity, languages, contract, ramp } = draft;
  const odd = languages.find((word) => !language.test(word));
  const room = capacity.trim();
  return {
    ...(name.trim() === '' && { name: p.needName }),
    ...(email.trim() !== '' && !mail.test(email.trim()) && { email: p.badMail }),
    ...(room !== '' && (!/^\d+$/.test(room) || Number(room) > mostTickets) && { capacity: p.badCapacity }),
    ...(odd !== undefined && { languages: p.badLanguage(odd) }),
    ...(contract.trim() !== '' && weekMinutes(contract) === null && { contract: p.badContract }),
    ...(percentIn(ramp) === null && { ramp: p.badRamp }),
    ...hourErrors(draft),
  };
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

/** What the desk takes for a form without errors. */
export const setOf = (draft: PersonDraft): Omit<Person, 'id'> => ({
  name: draft.name.trim(),
  email: orNull(draft.email),
  phone: orNull(draft.phone),
  team: orNull(draft.team),
  role: orNull(draft.role),
  timeZone: orNull(draft.timeZone),
  skills: [...draft.skills],
  // A level goes with its skill.
  skillLevels: Object.fromEntries(Object.entries(draft.levels).filter(([skill]) => draft.skills.includes(skill))),
  languages: [...draft.languages],
  capacity: draft.capacity.trim() === '' ? null : Number(draft.capacity.trim()),
  contractMinutes: draft.contract.trim() === '' ? null : weekMinutes(draft.contract),
  rampPercent: percentIn(draft.ramp) ?? 100,
  availability: draft.anyTime ? null : readWeek(draft.hours).hours,
  away: draft.away,
  active: draft.active,
});
