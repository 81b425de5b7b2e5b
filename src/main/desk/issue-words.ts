import type { z } from 'zod';
import { nearWord } from '../../domain/near-word.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with an input, as a sentence about its field; the field is empty where it is the whole. */
export type WrongInput = { readonly field: string; readonly message: string };

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  set: 'a list',
  object: 'an object, {…}',
  record: 'an object, {…}',
  date: 'a date',
  null: 'null',
};

const formats: Readonly<Record<string, string>> = {
  date: 'a date like 2026-03-01',
  datetime: 'an instant like 2026-03-01T09:00:00Z',
  time: 'a time like 09:00',
  uuid: 'an id of this desk',
  email: 'an e-mail address like ann@example.org',
  url: 'an address like https://example.org',
  base64: 'base64',
};

const count = (n: number | bigint, one: string, many: string): string => `${n} ${Number(n) === 1 ? one : many}`;

const inList = (values: readonly unknown[]): string => values.map(String).join(', ');

function tooSmall({ origin, minimum, inclusive, exact }: z.core.$ZodIssueTooSmall): string {
  const just = exact === true ? 'exactly' : 'at least';
  if (origin === 'string')
    return Number(minimum) === 1 && exact !== true
      ? 'must not be empty'
      : `needs ${just} ${count(minimum, 'character', 'characters')}`;
  if (origin === 'array' || origin === 'set') return `needs ${just} ${count(minimum, 'entry', 'entries')}`;
  return inclusive === false ? `has to be more than ${minimum}` : `has to be ${minimum} or more`;
}

function tooBig({ origin, maximum, inclusive, exact }: z.core.$ZodIssueTooBig): string {
  const just = exact === true ? 'exactly' : 'at most';
  if (origin === 'string') return `can have ${just} ${count(maximum, 'character', 'characters')}`;
  if (origin === 'array' || origin === 'set') return `can have ${just} ${count(maximum, 'entry', 'entries')}`;
  return inclusive === false ? `has to be less than ${maximum}` : `has to be ${maximum} or less`;
}

/** A word of a closed list, with the one that may be meant. */
function notInList(values: readonly unknown[], value: unknown): string {
  const near = typeof value === 'string' ? nearWord(value, values.map(String)) : null;
  return `can be: ${inList(values)}.${near === null ? '' : ` Did you mean “${near}”?`}`;
}

const kindOf = (expected: string): string => kinds[expected] ?? `a ${expected}`;

function inWords(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? 'is missing' : `has to be ${kindOf(issue.expected)}`;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return value === undefined ? `is missing. It ${notInList(issue.values, value)}` : notInList(issue.values, value);
    case 'invalid_format':
      return issue.format in formats ? `has to be ${formats[issue.format] ?? ''}` : 'is not written as it has to be';
    case 'not_multiple_of':
      return `has to be a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return `has what is not known: ${inList(issue.keys)}`;
    case 'invalid_union':
      return unionInWords(issue, value);
    default:
      return 'does not fit';
  }
}

/** One of several things: what each of them would be, where they differ in kind alone. */
function unionInWords(issue: z.core.$ZodIssueInvalidUnion, value: unknown): string {
  if (value === undefined) return 'is missing';
  if ('options' in issue && Array.isArray(issue.options)) return notInList(issue.options, value);
  const ways = issue.errors.flatMap(([first]) => (first === undefined ? [] : [first]));
  const texts = ways.map((way) => {
    if (way.code === 'invalid_type') return kindOf(way.expected);
    if (way.code === 'invalid_format' && formats[way.format] !== undefined) return formats[way.format] ?? '';
    return way.code === 'invalid_value' ? inList(way.values) : null;
  });
  const said = [...new Set(texts.flatMap((text) => text ?? []))];
  return said.length === 0 ? 'does not fit' : `has to be ${said.join(' or ')}`;
}

/** Zod's own words begin so; others were written for people, in the contract. */
const isOwnWords = (message: string): boolean => !/^(Invalid|Too (small|big)|Unrecognized)/.test(message);

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined,
    input,
  );
}

/** Of a union, the way that got further into the input, or says it in words of its own: that is what was meant. */
function meant(issue: Issue, input: unknown): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const ways = issue.errors.flatMap(([first]) =>
    first === undefined ? [] : [meant({ ...first, path: [...issue.path, ...first.path] }, input)],
  );
  const telling = ways.filter(({ path, message }) => path.length > issue.path.length || isOwnWords(message));
  return telling.find(({ path }) => valueAt(input, path) !== undefined) ?? telling[0] ?? issue;
}

const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/**
 * What zod has against an input, in words for a coordinator: `“minutes” has to be more than 0.`, `“state” can be: open,
 * done.` What the contract says itself is kept. SPEC CTR-5.
 */
export function issueInWords(found: Issue, input: unknown, at: readonly string[] = []): WrongInput {
  const issue = meant(found, input);
  const field = [...at, ...issue.path.map(String)].join('.');
  const subject = field === '' ? 'The input' : `“${field}”`;
  if (isOwnWords(issue.message)) return { field, message: `${subject} is not right: ${ended(issue.message)}` };
  return { field, message: ended(`${subject} ${inWords(issue, valueAt(input, issue.path))}`) };
}
