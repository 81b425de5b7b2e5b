import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleTrees } from '../../../src/domain/escalation/example-trees.ts';
import { escalationLogCsv } from '../../../src/domain/escalation/log-csv.ts';
import { likeness } from '../../../src/domain/escalation/similar.ts';
import { treeProblems } from '../../../src/domain/escalation/tree.ts';
import { updateText } from '../../../src/domain/escalation/update-text.ts';

const ask = (id: string, ...to: string[]) => ({
  id,
  question: `${id}?`,
  answers: to.map((each) => ({ text: each, to: each })),
});
const end = (id: string) => ({ id, outcome: { type: 'resolve' as const, instructions: 'Done' } });

describe('what is wrong with a tree (ESC-30)', () => {
  it.each([
    ['an empty one', [], ['The tree is empty.']],
    ['a dead end', [ask('a', 'b', 'x'), end('b')], ['The answer “x” to “a?” leads nowhere.']],
    ['a cycle', [ask('a', 'b', 'c'), ask('b', 'a', 'c'), end('c')], ['“a?” leads back to itself.']],
    ['itself at once', [ask('a', 'a', 'b'), end('b')], ['“a?” leads back to itself.']],
    ['an unreachable step', [ask('a', 'b'), end('b'), ask('c', 'b')], ['No answer leads to “c?”.']],
    ['the same id twice', [ask('a', 'b'), end('b'), end('b')], ['Two steps have the same id.']],
    ['two ways to one step, which is nothing wrong', [ask('a', 'b', 'c'), ask('b', 'c'), end('c')], []],
  ])('%s', (_, nodes, problems) => {
    expect(treeProblems({ nodes })).toEqual(problems);
  });

  it('nothing with the examples', () => {
    expect(exampleTrees.flatMap(treeProblems)).toEqual([]);
  });
});

describe('likeness to an incident (ESC-53)', () => {
  const like = (subject: string, category: string | null = null) =>
    likeness({ subject, category }, [{ subject: 'Payment fails at checkout', category: 'Payment' }]);

  it('is of telling words, folded, or of the category, and says why', () => {
    expect(like('CHECKOUT: payments failed')).toEqual({ score: 6, why: 'same words: payment, fail, checkout' });
    expect(like('Help', 'payment')).toEqual({ score: 3, why: 'category payment' });
    expect(like('Payment', 'Payment')?.score).toBe(5);
  });

  it('is none of one word alone, of small words, or of no category on either side', () => {
    expect(like('Payment')).toBeNull();
    expect(like('At the for and')).toBeNull();
    expect(likeness({ subject: 'One', category: null }, [{ subject: 'Two', category: null }])).toBeNull();
  });
});

describe('the words of one update (ESC-54)', () => {
  const facts = (name: string) => ({
    'requester.name': name,
    'requester.firstName': name,
    'ticket.number': '7',
    'incident.title': 'Down',
  });

  it('are filled in once: what a customer calls themselves is never read as a placeholder', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('{{ticket.number}}', '{{nobody}}', '$&', '$1')), (name) => {
        expect(updateText('Dear {{ requester.name }}, {{incident.title}}', facts(name))).toBe(`Dear ${name}, Down`);
      }),
    );
  });

  it.each(['{{nobody}}', '{{constructor}}', '{{toString}}'])('%s is refused', (body) => {
    expect(() => updateText(body, facts('Ann'))).toThrow('is no placeholder here');
  });
});

describe('the log as CSV (ESC-23)', () => {
  it.each(['=1+1', '+1', '-1+1', '@x', '\t=1'])('%j does not run in a spreadsheet', (text) => {
    const entry = {
      id: 1,
      at: 0,
      actor: text,
      action: 'escalated',
      turn: 'done',
      level: 2,
      owner: text,
      cause: text,
      text,
      resolution: text,
      ticketId: null,
      ticketNumber: null,
      ticketSubject: text,
      incidentId: null,
      incidentTitle: text,
      drill: true,
    } as const;
    const csv = escalationLogCsv([entry], 'UTC');
    expect(csv.split("'" + text)).toHaveLength(8);
    expect(csv).toContain('DRILL');
  });
});
