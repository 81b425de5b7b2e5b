import type { ErrorCode } from '../contract/index.ts';

/** The field it is about; or every field that is still to be filled in. */
type FaultData = { readonly field?: string; readonly missing?: string[] };

/** A refusal with words for a coordinator: what is wrong, and what to do. Crosses the contract under its code. */
export class Fault extends Error {
  readonly code: ErrorCode;
  readonly data: FaultData | undefined;

  constructor(code: ErrorCode, message: string, data?: FaultData) {
    super(message);
    this.name = 'Fault';
    this.code = code;
    this.data = data;
  }
}
