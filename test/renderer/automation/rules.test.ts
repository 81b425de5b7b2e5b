import { expect, test } from 'vitest';
import type { Rule, SimulatedRun } from '../../../src/contract/index.ts';
import { ruleSchema } from '../../../src/contract/automation.ts';
import { checkRule } from '../../../src/domain/automation/check-rule.ts';
import { examples } from '../../../src/renderer/automation/examples.ts';
import {
  draftOf,
  errorAt,
  errorsOf,
  isChanged,
  moved,
  newAction,
  newRule,
  ruleOf,
} from '../../../src/renderer/automation/rule-draft.ts';
import { causeWords, savedWords } from '../../../src/renderer/automation/rule-words.ts';
import { byTicket, chosenRules, ticketNumber } from '../../../src/renderer/automation/simulate.ts';
import { ranked } from '../../../src/renderer/automation/route-dialog.tsx';
import {
  draftOf as personDraft,
  errorsOf as personErrors,
  newPerson,
  setOf,
} from '../../../src/renderer/people/person-draft.ts';
import { withWords } from '../../../src/renderer/ui/word-input.tsx';
import { r } from '../../../src/renderer/strings/en-rules.ts';

const id = '01a20b0b-57ec-7000-afec-fdd65e63ba65';
const trigger: Rule = {
  id,
  kind: 'trigger',
  name: 'VIP first',
  active: true,
  note: '',
  on: ['created'],
  conditions: { all: [{ field: 'tag', op: 'is', values: ['vip'] }], any: [] },
  actions: [{ type: 'priority', to: 'p1' }],
  minutesSaved: 1.5,
};

test('AUT-2: each example is a rule that the desk takes as it stands', () => {
  const known = { queues: new Set<string>(), people: new Set<string>() };
  expect(examples.length).toBeGreaterThanOrEqual(4);
  for (const { make } of examples) {
    const draft = make(id);
    expect(errorsOf(draft)).toEqual({});
    const rule = ruleSchema.parse(ruleOf(draft, false));
    expect(() => checkRule(rule, known)).not.toThrow();
  }
});

test('a rule goes into the editor and comes back as it was; a change and its opposite are no change', () => {
  expect(ruleSchema.parse(ruleOf(draftOf(trigger), false))).toEqual(trigger);
  expect(isChanged(draftOf(trigger), trigger)).toBe(false);
  expect(isChanged({ ...draftOf(trigger), name: 'VIPs' }, trigger)).toBe(true);
  expect(ruleOf(draftOf(trigger), true)).not.toHaveProperty('id');
});

test('what is missing is said at its field, before the desk is asked', () => {
  const empty = errorsOf({ ...newRule('trigger', id), on: [], minutes: '' });
  expect(Object.keys(empty).sort()).toEqual(['actions', 'minutesSaved', 'name', 'on']);
  expect(errorsOf(newRule('timed', id))['conditions']).toBe(r.editor.needTime);
  const half = { ...draftOf(trigger), actions: [newAction('status'), newAction('addTags'), newAction('reply')] };
  expect(Object.keys(errorsOf(half))).toEqual(['actions.1', 'actions.2']);
  const unasked: Rule = { ...trigger, conditions: { all: [{ field: 'queue', op: 'is', values: [] }], any: [] } };
  expect(errorsOf(draftOf(unasked))).toHaveProperty('conditions');
  expect(errorsOf({ ...draftOf(trigger), minutes: '601' })).toHaveProperty('minutesSaved');
  expect(errorsOf({ ...draftOf(trigger), minutes: '2,5' })).toEqual({});
});

test('an error that the desk names by a deeper path stands at the field that is shown', () => {
  const errors = { 'rule.actions.1.tags.0': 'Too long.', name: 'Empty.' };
  expect(errorAt(errors, 'actions.1')).toBe('Too long.');
  expect(errorAt(errors, 'actions.10')).toBeUndefined();
  expect(errorAt(errors, 'name')).toBe('Empty.');
});

test('a line moves within its list and no further', () => {
  const list = ['a', 'b', 'c'];
  expect(moved(list, 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(list, 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(list, 0, -1)).toBe(list);
  expect(moved(list, 2, 1)).toBe(list);
});

const run = (ticket: number, at: number, order: number): SimulatedRun => ({
  at,
  ticketId: `t${ticket}`,
  ticketNumber: ticket,
  subject: `Ticket ${ticket}`,
  ruleId: id,
  ruleName: 'VIP first',
  kind: 'trigger',
  order,
  cause: 'created',
  why: [],
  changes: [],
});

test('simulated runs stand ticket by ticket, each in time and then in the order of firing', () => {
  const groups = byTicket([run(7, 20, 2), run(3, 10, 1), run(7, 20, 1), run(7, 5, 1)]);
  expect(groups.map(({ number }) => number)).toEqual([7, 3]);
  expect(groups[0]?.runs.map(({ at, order }) => [at, order])).toEqual([
    [5, 1],
    [20, 1],
    [20, 2],
  ]);
});

test('the simulator asks for a rule as it is edited, and for one that was never saved', () => {
  const other = 'b0000000-0000-4000-8000-000000000000';
  const drafts = { [id]: { ...draftOf(trigger), name: 'Changed' }, [other]: newRule('timed', other) };
  expect(chosenRules([trigger], drafts, [other, id]).map(({ name, kind }) => [name, kind])).toEqual([
    ['Changed', 'trigger'],
    ['', 'timed'],
  ]);
  expect(chosenRules([trigger], {}, [other])).toEqual([]);
});

test('a ticket is named by its number, with its sign or without', () => {
  expect(['#1042', ' 7 ', '# 7', 'seven', '', '1.5'].map(ticketNumber)).toEqual([1042, 7, 7, null, null, null]);
});

test('what was saved and what set a rule off are said in words', () => {
  expect(savedWords(760, 380)).toBe('12 h 40 saved by 380 runs');
  expect(savedWords(1, 1)).toBe('1 min saved by 1 run');
  expect(causeWords('customerMessage')).toBe('the customer writes');
  expect(causeWords('Ann Lee')).toBe('Ann Lee');
});

test('AUT-20: the best choice stands first, then who fits, then the rest, each by what they hold', () => {
  const person = (name: string, open: number, fits: boolean) => ({ personId: name, name, open, fits, reason: '' });
  const considered = [
    person('away', 0, false),
    person('busy', 9, true),
    person('turn', 5, true),
    person('free', 1, true),
  ];
  const names = ranked({ personId: 'turn', reason: '', considered }).map(({ name }) => name);
  expect(names).toEqual(['turn', 'free', 'busy', 'away']);
});

test('a person goes into the form and comes back as they were; what is wrong is said at its field', () => {
  const { id: _, ...ann } = {
    id,
    name: 'Ann',
    email: null,
    timeZone: null,
    active: true,
    skills: ['billing'],
    languages: ['en'],
    capacity: 0,
    away: true,
    phone: '+351 1',
    team: 'North',
    role: null,
    skillLevels: { billing: 4 },
    contractMinutes: 2250,
    availability: { mon: [['09:00', '17:00']] as [string, string][] },
    rampPercent: 60,
  };
  expect(setOf(personDraft({ id, ...ann }))).toEqual(ann);
  const wrong = { ...newPerson, email: 'ann@', capacity: '1.5', languages: ['english!'] };
  expect(Object.keys(personErrors(wrong)).sort()).toEqual(['capacity', 'email', 'languages', 'name']);
  expect(personErrors({ ...newPerson, name: 'Ann' })).toEqual({});
});

test('words are added once, whatever their case, several with commas', () => {
  expect(withWords(['vip'], 'VIP, refund ,, late')).toEqual(['vip', 'refund', 'late']);
});
