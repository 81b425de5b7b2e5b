import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issueInWords } from '../../src/main/desk/issue-words.ts';

const said = (schema: z.ZodType, value: unknown): string => {
  const input = { it: value };
  const { error } = z.object({ it: schema }).safeParse(input);
  return issueInWords(error!.issues[0]!, input).message;
};

describe('what is wrong with an input, in plain words (CTR-5)', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['missing', z.number(), undefined, '“it” is missing.'],
    ['missing word', z.enum(['open', 'done']), undefined, '“it” is missing. It can be: open, done.'],
    ['not a number', z.number(), '7', '“it” has to be a number.'],
    ['not finite', z.number(), Infinity, '“it” has to be a number.'],
    ['not whole', z.number().int(), 1.5, '“it” has to be a whole number.'],
    ['no text', z.string(), 7, '“it” has to be text.'],
    ['no yes or no', z.boolean(), 'yes', '“it” has to be true or false.'],
    ['no list', z.array(z.string()), null, '“it” has to be a list.'],
    ['no object', z.object({}), [], '“it” has to be an object, {…}.'],
    ['no record', z.record(z.string(), z.number()), 3, '“it” has to be an object, {…}.'],
    ['not more than', z.number().positive(), 0, '“it” has to be more than 0.'],
    ['less than the least', z.number().min(1), 0, '“it” has to be 1 or more.'],
    ['not less than', z.number().lt(5), 5, '“it” has to be less than 5.'],
    ['over the most', z.number().max(365), 400, '“it” has to be 365 or less.'],
    ['no multiple', z.number().multipleOf(5), 3, '“it” has to be a multiple of 5.'],
    ['empty', z.string().trim().min(1), '  ', '“it” must not be empty.'],
    ['too short', z.string().min(3), 'ab', '“it” needs at least 3 characters.'],
    ['too long', z.string().max(2), 'abc', '“it” can have at most 2 characters.'],
    ['not as long', z.string().length(3), 'ab', '“it” needs exactly 3 characters.'],
    ['too few', z.array(z.string()).min(1), [], '“it” needs at least 1 entry.'],
    ['too many', z.array(z.string()).max(2), ['a', 'b', 'c'], '“it” can have at most 2 entries.'],
    ['half a pair', z.tuple([z.string(), z.string()]), ['a'], '“it” needs at least 2 entries.'],
    ['no such word', z.enum(['open', 'done']), 'closed', '“it” can be: open, done.'],
    ['a slip', z.enum(['open', 'done']), 'doen', '“it” can be: open, done. Did you mean “done”?'],
    ['another word', z.literal('rules'), 'views', '“it” can be: rules.'],
    ['no date', z.iso.date(), '2026-02-30', '“it” has to be a date like 2026-03-01.'],
    ['no id', z.uuid(), '7', '“it” has to be an id of this desk.'],
    ['no address', z.email(), 'ann', '“it” has to be an e-mail address like ann@example.org.'],
    ['no form', z.string().regex(/^\d+$/), 'x', '“it” is not written as it has to be.'],
    ['our own words', z.string().regex(/^\d+$/, 'only digits'), 'x', '“it” is not right: only digits.'],
    [
      'our own words, ended',
      z.string().refine(() => false, 'Write a number.'),
      'x',
      '“it” is not right: Write a number.',
    ],
    ['neither', z.union([z.number(), z.string()]), {}, '“it” has to be a number or text.'],
    ['neither form', z.union([z.enum(['me', 'nobody']), z.number()]), 'you', '“it” has to be me, nobody or a number.'],
    [
      'inside a union',
      z.union([z.iso.date(), z.object({ date: z.iso.date() })]),
      { date: 'x' },
      '“it.date” has to be a date like 2026-03-01.',
    ],
    [
      'the key that is there',
      z.union([z.object({ id: z.uuid() }), z.object({ number: z.number() })]),
      { number: 'x' },
      '“it.number” has to be a number.',
    ],
    [
      'no such kind',
      z.discriminatedUnion('type', [z.object({ type: z.literal('reply') }), z.object({ type: z.literal('note') })]),
      { type: 'repl' },
      '“it.type” can be: reply, note. Did you mean “reply”?',
    ],
    ['a place in a list', z.array(z.number()), [1, null], '“it.1” has to be a number.'],
  ])('%s', (_, schema, value, words) => {
    expect(said(schema, value)).toBe(words);
  });

  it('names the whole where it is the whole, and begins where it is told', () => {
    const { error } = z.object({ a: z.string() }).safeParse(undefined);
    expect(issueInWords(error!.issues[0]!, undefined)).toEqual({ field: '', message: 'The input is missing.' });
    const { error: inner } = z.object({ a: z.string() }).safeParse({ a: 1 });
    expect(issueInWords(inner!.issues[0]!, { a: 1 }, ['rules', '2'])).toEqual({
      field: 'rules.2.a',
      message: '“rules.2.a” has to be text.',
    });
  });
});
