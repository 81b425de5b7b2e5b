import { basename } from 'node:path';
import type { ErrorCode } from '../../contract/index.ts';
import { Fault } from '../../domain/fault.ts';

/** What can be done about a desk that does not open. */
export type WayOut = 'retry' | 'open' | 'new' | 'quit';

export type Refusal = {
  readonly message: string;
  readonly detail: string;
  readonly choices: readonly { readonly label: string; readonly wayOut: WayOut }[];
};

const untouched = 'The file was not changed.';

const advice: Partial<Record<ErrorCode, string>> = {
  NOT_FOUND: 'If it was moved, open it where it is now. If its disk is not connected, connect it and try again.',
  LOCKED: 'Another Foredesk has it open. Close that one, then try again, or open another desk.',
  READ_ONLY: 'Foredesk may not write there. Give yourself the right to write the file and its folder, then try again.',
  DAMAGED:
    'Open your latest copy of it (File > Save a copy makes one), or start a new desk. Keep this file: what is still readable in it can be saved.',
  NOT_A_DESK: 'Choose a file made by Foredesk. To bring in tickets from another program, start a new desk and import.',
  FROM_FUTURE: 'A newer Foredesk wrote it. Install that version, or open another desk.',
};

/** Words and ways out for a desk that did not open. Nothing here touches the file. */
export function describeRefusal(file: string, error: unknown): Refusal {
  const code = error instanceof Fault ? error.code : null;
  const reason = error instanceof Error ? error.message : String(error);
  const todo = (code !== null && advice[code]) ?? 'Try again, or open another desk.';
  return {
    message: `${basename(file)} could not be opened`,
    detail: [reason, todo, code === 'NOT_FOUND' ? file : `${untouched} It is at ${file}`].join('\n\n'),
    choices: choicesFor(code),
  };
}

function choicesFor(code: ErrorCode | null): Refusal['choices'] {
  const open = { label: 'Open another…', wayOut: 'open' } as const;
  const others = [
    { label: 'Start new…', wayOut: 'new' },
    { label: 'Quit', wayOut: 'quit' },
  ] as const;
  const mayPass = code === null || ['LOCKED', 'READ_ONLY', 'NOT_FOUND'].includes(code);
  return mayPass ? [{ label: 'Try again', wayOut: 'retry' }, open, ...others] : [open, ...others];
}
