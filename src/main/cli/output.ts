import { ORPCError } from '@orpc/client';
import { Fault } from '../../domain/fault.ts';

/** stdout carries results and nothing else; all that is said on the way goes to stderr. */
export type Output = { readonly result: (value: unknown) => void; readonly note: (text: string) => void };

export type ErrorAnswer = {
  readonly error: { readonly code: string; readonly message: string; readonly data?: unknown };
};

export function describeError(error: unknown): ErrorAnswer {
  const known = error instanceof ORPCError || error instanceof Fault;
  if (!known) return { error: { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) } };
  const data: unknown = error.data;
  return { error: { code: String(error.code), message: error.message, ...(data === undefined ? {} : { data }) } };
}
