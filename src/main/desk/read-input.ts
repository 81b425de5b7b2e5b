import { z } from 'zod';
import { Fault } from '../../domain/fault.ts';
import { issueInWords } from './issue-words.ts';
import { unknownInWords, unknownKeys } from './unknown-keys.ts';

type At = readonly string[];

/** Faults INVALID, with the path, for a key that a schema would pass over in silence. SPEC CTR-4. */
export function refuseUnknown(schema: unknown, input: unknown, at: At = []): void {
  if (!(schema instanceof z.ZodType)) return;
  const [first] = unknownKeys(schema, input, at);
  if (first !== undefined) throw new Fault('INVALID', unknownInWords(first), { field: first.path.join('.') });
}

/** What a schema has against an input, as INVALID: of several things the first. SPEC CTR-5. */
export function wrongInput(issues: readonly z.core.$ZodIssue[], input: unknown, at: At = []): Fault {
  const [first] = issues;
  const { field, message } =
    first === undefined ? { field: at.join('.'), message: 'The input does not fit.' } : issueInWords(first, input, at);
  return new Fault('INVALID', message, field === '' ? undefined : { field });
}

/** What was written by somebody, as a schema reads it. Faults INVALID with the path, from `at` on. */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown, at: At = []): z.output<Schema> {
  refuseUnknown(schema, input, at);
  const read = schema.safeParse(input);
  if (!read.success) throw wrongInput(read.error.issues, input, at);
  return read.data;
}
