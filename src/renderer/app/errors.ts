import { ORPCError } from '@orpc/client';
import { t } from '../strings/en.ts';
import { say } from './toasts.tsx';

/** The desk's own words where it answered, else that the connection went. */
export const messageOf = (error: unknown): string => (error instanceof ORPCError ? error.message : t.toasts.lost);

export const codeOf = (error: unknown): string | null => (error instanceof ORPCError ? String(error.code) : null);

export function sayError(error: unknown): void {
  say({ title: t.toasts.failed, body: messageOf(error), tone: 'late' });
}
