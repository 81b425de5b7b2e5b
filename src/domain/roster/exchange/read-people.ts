import { clip, limits } from '../../exchange/clip.ts';
import { isTimeZone } from '../../exchange/zone-clock.ts';
import type { RosterField } from './columns.ts';
import { readList, readSkills } from './lists.ts';
import type { Skill } from './lists.ts';
import type { RosterRow } from './rows.ts';
import { isMail, plainName, sameName } from './who.ts';
import type { Hint } from './who.ts';
import { languageOf, yesOrNo } from './words.ts';

/** Somebody as a file has them. Null: the file says nothing of it, so that what the desk has can stay. */
export type PersonDraft = {
  readonly line: number;
  /** The person of the desk they are; null: nobody yet. */
  readonly personId: string | null;
  /** Stands for them in `newPerson` of shifts and states while they have no id. */
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
  readonly employeeId: string | null;
  readonly phone: string | null;
  readonly team: string | null;
  readonly role: string | null;
  readonly skills: readonly Skill[] | null;
  /** BCP 47. */
  readonly languages: readonly string[] | null;
  readonly timeZone: string | null;
  /** Per week. */
  readonly contractMinutes: number | null;
  readonly active: boolean | null;
};

const nothing = {
  phone: null,
  team: null,
  role: null,
  skills: null,
  languages: null,
  timeZone: null,
  contractMinutes: null,
  active: null,
} as const;

/** A draft of somebody that only shifts or states name. */
export const bareDraft = (who: Pick<PersonDraft, 'line' | 'key' | 'name' | 'email' | 'employeeId'>): PersonDraft => ({
  ...nothing,
  ...who,
  name: clip(who.name, limits.name),
  personId: null,
});

/** A row of a people list; null, and said why, where it names nobody. SPEC RIO-6. */
export function readPerson(
  row: RosterRow,
  hint: Hint,
  { knownName, ...who }: { readonly personId: string | null; readonly key: string; readonly knownName: string },
  own: boolean,
): PersonDraft | null {
  const name = own && hint.name !== '' ? hint.name : nameOr(hint.name, knownName);
  if (name === '' && hint.email === '') return row.refuse('The row names nobody. Give it a name or an e-mail address.');
  const cut = (text: string, field: RosterField, max: number) => {
    if (text.length > max) row.warn(`This is cut to ${max} characters.`, field);
    return clip(text, max);
  };
  const words = (field: RosterField, max: number) => cut(row.text(field), field, max) || null;
  return {
    line: row.line,
    ...who,
    name: cut(name || hint.email, 'name', limits.name),
    email: emailOf(row, own),
    employeeId: hint.employeeId || null,
    phone: words('phone', 60),
    team: words('team', 100),
    role: words('role', 100),
    skills: skillsOf(row),
    languages: languagesOf(row, own),
    timeZone: zoneOfRow(row),
    contractMinutes: contractOf(row),
    active: activeOf(row),
  };
}

function emailOf(row: RosterRow, own: boolean): string | null {
  const email = row.text('email');
  if (email === '') return null;
  if (own || isMail(email)) return email;
  row.warn('This is not an e-mail address; it is left out.', 'email');
  return null;
}

/** A name as the file has it; that of the desk where the file has none, or the same written otherwise. */
const nameOr = (name: string, known: string): string =>
  name === '' || sameName(name, known) ? known : plainName(name);

const most = { skills: 100, languages: 50 } as const;

function skillsOf(row: RosterRow): readonly Skill[] | null {
  const text = row.text('skills');
  if (text === '') return null;
  const byName = new Map<string, Skill>();
  for (const skill of readSkills(text)) {
    const key = skill.name.toLowerCase();
    if (!byName.has(key)) byName.set(key, { ...skill, name: clip(skill.name, limits.tag) });
  }
  if (byName.size > most.skills) row.warn(`Only the first ${most.skills} skills are taken.`, 'skills');
  return [...byName.values()].slice(0, most.skills);
}

function languagesOf(row: RosterRow, own: boolean): readonly string[] | null {
  const text = row.text('languages');
  if (text === '') return null;
  const tags = readList(text).flatMap((word) => {
    const tag = own ? word : languageOf(word);
    if (tag === null)
      row.warn(`"${word}" is no language Foredesk knows; write its tag, such as pt or en-GB.`, 'languages');
    return tag === null ? [] : [tag];
  });
  return [...new Set(tags)].slice(0, most.languages);
}

function zoneOfRow(row: RosterRow): string | null {
  const zone = row.text('timeZone');
  if (zone === '' || isTimeZone(zone)) return zone || null;
  row.warn('This time zone is not known; use a name such as Europe/Lisbon. It is left out.', 'timeZone');
  return null;
}

/** Hours a week as `37.5`, `37,5`, `37:30` or `37.5 h`, in minutes. */
function contractOf(row: RosterRow): number | null {
  const text = row.text('contractHours').replace(/\s*h(?:ours|rs)?\.?$/i, '');
  if (text === '') return null;
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  const minutes =
    clock !== null
      ? Number(clock[1]) * 60 + Number(clock[2])
      : /^\d{1,3}(?:[.,]\d+)?$/.test(text)
        ? Math.round(Number(text.replace(',', '.')) * 60)
        : Number.NaN;
  if (minutes <= 168 * 60) return minutes;
  row.warn('These are not hours of a week; write 37.5 or 37:30. They are left out.', 'contractHours');
  return null;
}

function activeOf(row: RosterRow): boolean | null {
  const suspended = yesOrNo(row.text('suspended'));
  if (suspended !== null) return !suspended;
  const field = row.text('active') === '' ? 'status' : 'active';
  const text = row.text(field);
  if (text === '') return null;
  const says = yesOrNo(text);
  if (says === null) row.warn('Neither active nor inactive; it is left as it is.', field);
  return says;
}
