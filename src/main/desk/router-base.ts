import { implement, ORPCError, ValidationError } from '@orpc/server';
import type { z } from 'zod';
import { contract, type ErrorCode } from '../../contract/index.ts';
import { Fault } from '../../domain/fault.ts';
import { asFault } from '../store/refusals.ts';
import { refuseUnknown, wrongInput } from './read-input.ts';

/** Who asks. Only the command line is trusted with paths of this machine. */
export type Session = { readonly trusted: boolean };

const statusOf: Readonly<Record<ErrorCode, number>> = {
  NOT_FOUND: 404,
  INVALID: 422,
  CONFLICT: 409,
  CANCELLED: 499,
  NOT_A_DESK: 422,
  DAMAGED: 422,
  FROM_FUTURE: 422,
  LOCKED: 423,
  READ_ONLY: 403,
  FORBIDDEN: 403,
};

/** What the file refuses while the desk is open: a full disk, a medium taken away, a job that holds it too long. */
function ofTheFile(error: unknown): unknown {
  const code = String((error as { code?: unknown } | null)?.code);
  if (!code.startsWith('SQLITE_')) return error;
  if (code.startsWith('SQLITE_BUSY'))
    return new Fault('LOCKED', 'An import or its removal holds the desk. Nothing was changed; try again in a moment.');
  return asFault(error, 'This desk');
}

/** Every refusal leaves as a typed error with words; whatever else goes wrong leaves as it is, for the log. */
function crossing(error: unknown, input: unknown): unknown {
  if (error instanceof Fault)
    return new ORPCError(error.code, {
      defined: true,
      status: statusOf[error.code],
      message: error.message,
      data: error.data,
    });
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError)
    return crossing(wrongInput(error.cause.issues as z.core.$ZodIssue[], input), input);
  return error;
}

export const os = implement(contract)
  .$context<Session>()
  .use(async ({ next, procedure }, input: unknown) => {
    try {
      refuseUnknown(procedure['~orpc'].inputSchema, input);
      return await next();
    } catch (error) {
      throw crossing(ofTheFile(error), input);
    }
  });

/** Handlers of one domain from two files. The same name twice would be one of them silently gone. SPEC CTR-1. */
export function together<First extends object, Second extends object>(first: First, second: Second): First & Second {
  const twice = Object.keys(second).find((name) => Object.hasOwn(first, name));
  if (twice !== undefined) throw new Error(`There are two handlers for “${twice}”`);
  return { ...first, ...second };
}
