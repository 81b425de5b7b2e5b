import type { ErrorCode } from '../../../contract/index.ts';
import type { PivotRead, Rows } from '../../store/ask/answer.ts';
import type { Question } from '../../store/ask/question.ts';

/** A question as it goes to the process that answers; with `file` where the answer leaves as a file made there. */
export type AskRequest = {
  readonly file: string;
  readonly nativeBinding: string | undefined;
  readonly timeZone: string;
  /** Epoch ms. */
  readonly now: number;
  readonly question: Question;
  readonly export: { readonly format: 'csv' | 'xlsx' | 'json'; readonly name: string } | null;
  /** After so many milliseconds the process ends itself, should nobody else have ended it. */
  readonly mostMs: number;
};

export type MadeFile = {
  readonly fileName: string;
  readonly type: string;
  readonly base64: string;
  readonly rows: number;
  readonly cut: Rows['cut'];
  /** How many texts are not whole in it. */
  readonly clipped: number;
};

export type AskAnswer =
  | { readonly kind: 'rows'; readonly rows: Rows }
  | { readonly kind: 'pivot'; readonly pivot: PivotRead }
  | { readonly kind: 'file'; readonly file: MadeFile };

/** From the process: that it can be asked, an answer with how long it took, or a refusal. */
export type AskWord =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: AskAnswer; readonly ms: number }
  | { readonly kind: 'fault'; readonly code: ErrorCode; readonly message: string; readonly field: string | undefined }
  | { readonly kind: 'failed'; readonly message: string };
