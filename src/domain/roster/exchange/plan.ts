import type { DateOrder, ImportIssue } from '../../../contract/index.ts';
import type { AgentState } from '../../../contract/roster.ts';
import { createProfile, joined, orderOf } from '../../exchange/profile.ts';
import type { DateEvidence } from '../../exchange/profile.ts';
import { settleOrder } from '../../exchange/questions.ts';
import { zoneOf } from '../../calendar/zone.ts';
import { readClock } from './clock-text.ts';
import { placeColumns } from './columns.ts';
import type { Columns, RosterField } from './columns.ts';
import { createCrowd } from './crowd.ts';
import type { Crowd } from './crowd.ts';
import { detectRosterFile } from './detect.ts';
import type { RosterFileKind } from './detect.ts';
import { durationUnit } from './durations.ts';
import type { DurationUnit } from './durations.ts';
import { createMoments } from './moments.ts';
import { orderQuestion, stateQuestion, unitQuestion } from './questions.ts';
import type { RosterQuestion } from './questions.ts';
import { readPerson } from './read-people.ts';
import type { PersonDraft } from './read-people.ts';
import { readShifts } from './read-shifts.ts';
import type { ShiftDraft } from './read-shifts.ts';
import { readState } from './read-states.ts';
import type { StateDraft } from './read-states.ts';
import { withoutPay } from './rows.ts';
import type { RosterRow, RosterSheet } from './rows.ts';
import { createSeen, shiftKey, stateKey } from './same.ts';
import { rowsOf, withHeader } from './table-rows.ts';
import { createRoll, hintOf } from './who.ts';
import type { KnownPerson, Roll, UnknownPerson } from './who.ts';

export type RosterImportInput = RosterSheet & {
  readonly people: readonly KnownPerson[];
  /** Of times that name none. */
  readonly timeZone: string;
  /** Answers and overrides. */
  readonly kind?: RosterFileKind | undefined;
  /** Used where the file itself proves no order. */
  readonly dateOrder?: DateOrder | undefined;
  /** Used where neither the header nor the rows show it. */
  readonly durationUnit?: DurationUnit | undefined;
  /** What words for states mean, by the word in lower case. */
  readonly states?: Readonly<Record<string, AgentState>> | undefined;
  /** People of the desk by the `key` of an unknown person of the file. */
  readonly matches?: Readonly<Record<string, string>> | undefined;
  /** Unknown people of shifts and states become people drafts; else their rows are refused. */
  readonly createUnknown?: boolean | undefined;
};

export type RosterPlan = {
  /** Null: nothing Foredesk knows, and so nothing was read. */
  readonly kind: RosterFileKind | null;
  /** Headers of the pay columns that were dropped unread. */
  readonly dropped: readonly string[];
  readonly people: readonly PersonDraft[];
  readonly shifts: readonly ShiftDraft[];
  readonly states: readonly StateDraft[];
  readonly unknown: readonly UnknownPerson[];
  /** In the order of the file. */
  readonly issues: readonly ImportIssue[];
  readonly questions: readonly RosterQuestion[];
  readonly notes: readonly string[];
  /** Rows below the header that were looked at. */
  readonly rows: number;
};

type Body = {
  readonly kind: RosterFileKind;
  readonly columns: Columns;
  readonly rows: readonly RosterRow[];
  readonly own: boolean;
};

const nothing = { people: [], shifts: [], states: [], unknown: [], questions: [] } as const;

/**
 * What a table of people, shifts or states would bring to a desk: drafts, what is wrong with which row, and what has to
 * be answered before its times can be read. Nothing is guessed silently, and the same input gives the same plan. SPEC
 * RIO-1 to RIO-11. Throws Fault INVALID for a zone that does not exist.
 */
export function planRosterImport(input: RosterImportInput): RosterPlan {
  zoneOf(input.timeZone);
  const sheet = withHeader(input, input.kind);
  const kind = input.kind ?? detectRosterFile(sheet.header);
  const { header, kept, dropped } = withoutPay(sheet.header, input.header);
  const issues: ImportIssue[] = [];
  const notes = sheet === input ? [] : ['The first row names no columns; those of a row below it are used.'];
  const base = { kind, dropped, ...nothing, issues, notes };
  if (kind === null) return { ...base, notes: [...notes, unknownFile], rows: sheet.rows.length };
  const columns = placeColumns(header);
  const roll = createRoll(input.people, input.matches);
  const own = columns.places.has('ownPerson');
  const rows = rowsOf(sheet, { columns, kept, isName: roll.isName, own, issues, notes });
  const body = { kind, columns, rows, own };
  const isPeople = kind === 'peopleTable' || kind === 'zendeskTeam';
  const read = isPeople ? { people: readPeople(body, roll) } : readTimes(body, roll, input, notes);
  return { ...base, ...read, issues: issues.toSorted((a, b) => a.line - b.line), rows: sheet.rows.length };
}

const unknownFile =
  'This is no table of people, shifts or agent states that Foredesk knows. People need a name or an e-mail address; ' +
  'shifts a person, a start and an end; states an agent, a state and a start.';

function readPeople({ rows, own }: Body, roll: Roll): readonly PersonDraft[] {
  const seen = createSeen();
  return rows.flatMap((row) => {
    const hint = hintOf(row, true);
    const found = roll.find(hint);
    if (found.kind === 'ambiguous') row.refuse(found.reason, 'name');
    if (found.kind === 'ambiguous') return [];
    const personId = found.kind === 'known' ? found.id : null;
    const key = found.kind === 'unknown' ? found.key : (personId ?? '');
    const knownName = found.kind === 'known' ? found.name : '';
    const draft = readPerson(row, hint, { personId, key, knownName }, own);
    return draft !== null && isFirst(row, seen(JSON.stringify([personId, key]), row.line), 'person') ? [draft] : [];
  });
}

/** Whether a row is the first of its like; a second one is refused, and told where the first stands. */
function isFirst(row: RosterRow, before: number | null, what: 'person' | 'shift' | 'state'): boolean {
  if (before !== null) row.refuse(`This ${what} stands in line ${before} already.`);
  return before === null;
}

const dateFields = ['date', 'endDate', 'start', 'end'] as const satisfies readonly RosterField[];

/** What the dates of a file show of their order. Times of day are none: `09.30.00` could be taken for one. */
function evidenceOf({ columns, rows }: Body): DateEvidence {
  const fields = dateFields.filter((field) => columns.places.has(field));
  const headers = fields.map((field) => columns.header[columns.places.get(field) ?? -1] ?? '');
  const places = fields.map((_, place) => place);
  const profile = createProfile(headers, places, []);
  const isTime = (field: RosterField, text: string) =>
    field !== 'date' && field !== 'endDate' && readClock(text) !== null;
  for (const row of rows) {
    profile.add(fields.map((field) => (isTime(field, row.text(field)) ? '' : row.text(field))));
  }
  return joined(places.map((place) => profile.dates(place)));
}

type Times = Pick<RosterPlan, 'people' | 'shifts' | 'states' | 'unknown' | 'questions'>;

function readTimes(body: Body, roll: Roll, input: RosterImportInput, notes: string[]): Times {
  const evidence = evidenceOf(body);
  const found = orderOf(evidence);
  const order = settleOrder(found, null) ?? input.dateOrder ?? null;
  // Teams writes month first, at least where its template comes from. SPEC RIO-4.
  const usual = body.kind === 'teamsShifts' ? 'mdy' : null;
  if (order === null) return { ...nothing, questions: [orderQuestion(found, evidence, usual)] };
  const moments = createMoments(order, input.timeZone, body.columns);
  const isLog = body.kind === 'stateLog';
  const unit = isLog ? durationUnit(body.rows, body.columns, moments, input.durationUnit) : null;
  if (unit === 'ask') return { ...nothing, questions: [unitQuestion] };
  const questions: RosterQuestion[] = [];
  notes.push(`Times without a zone are read as ${input.timeZone}.`);
  const crowd = createCrowd(roll, input.createUnknown === true);
  const rules = { columns: body.columns, moments, unit, states: input.states ?? {} };
  const states = isLog ? readStates(body, crowd, rules, questions) : [];
  const shifts = isLog ? [] : readAllShifts(body, crowd, rules, notes);
  return { shifts, states, people: crowd.people(), unknown: crowd.unknown(), questions };
}

type ShiftRules = Omit<Parameters<typeof readShifts>[2], 'assumed'>;

function readAllShifts({ rows }: Body, crowd: Crowd, rules: ShiftRules, notes: string[]): readonly ShiftDraft[] {
  const seen = createSeen();
  const taken = new Map<string, number>();
  const assumed = (name: string): void => void taken.set(name, (taken.get(name) ?? 0) + 1);
  const shifts = rows.flatMap((row) => {
    const who = crowd.whoIs(row);
    if (who === null) return [];
    const drafts = readShifts(row, who, { ...rules, assumed });
    const [first] = drafts;
    if (first !== undefined && first.id !== null && !isFirst(row, seen(first.id, row.line), 'shift')) return [];
    // Open shifts may well be alike: as many people are wanted.
    if (first === undefined || (who.personId === null && who.newPerson === null)) return drafts;
    return isFirst(row, seen(shiftKey(first), row.line), 'shift') ? drafts : [];
  });
  for (const [name, count] of taken) {
    const named = name === '' ? 'No channel is named' : `"${name}" names no channel`;
    notes.push(`${named}: ${count} ${count === 1 ? 'row is' : 'rows are'} taken as calls.`);
  }
  return shifts;
}

type StateRules = Omit<Parameters<typeof readState>[2], 'unknownWord'>;
const mostWords = 50;

function readStates(
  { rows }: Body,
  crowd: Crowd,
  rules: StateRules,
  questions: RosterQuestion[],
): readonly StateDraft[] {
  const seen = createSeen();
  const words = new Set<string>();
  const context = { ...rules, unknownWord: (word: string): void => void words.add(word.toLowerCase()) };
  const states = rows.flatMap((row) => {
    const who = crowd.whoIs(row);
    const draft = who === null ? null : readState(row, who, context);
    return draft !== null && isFirst(row, seen(stateKey(draft), row.line), 'state') ? [draft] : [];
  });
  questions.push(...[...words].slice(0, mostWords).map(stateQuestion));
  return states;
}
