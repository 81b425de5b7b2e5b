import type { ErrorCode } from '../contract/index.ts';

/** A refusal with words for a coordinator: what is wrong, and what to do. Crosses the contract under its code. */
export class Fault extends Error {
  readonly code: ErrorCode;
  readonly data: { readonly field?: string } | undefined;

  constructor(code: ErrorCode, message: string, data?: { readonly field?: string }) {
    super(message);
    this.name = 'Fault';
    this.code = code;
    this.data = data;
  }
}
