import { fork as forkNode } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../../domain/fault.ts';
import type { AskAnswer, AskRequest, AskWord } from './messages.ts';

/** A process of this program that can be ended in the middle of anything. */
export type Child = {
  readonly send: (message: unknown) => void;
  readonly kill: () => void;
  readonly onMessage: (heard: (message: unknown) => void) => void;
  readonly onExit: (ended: () => void) => void;
};
/** Starts a file of this program as a process. Shells that cannot start Node's own way bring theirs. */
export type Fork = (file: string) => Child;

/** Node's way: the same node once more, its ends of the pipes no reason to stay alive for. */
export const nodeFork: Fork = (file) => {
  const child = forkNode(file, [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  // One that is gone in the middle of a word has an exit to tell of it.
  child.on('error', () => undefined);
  return {
    send: (message) => void child.send(message as object, () => undefined),
    kill: () => void child.kill('SIGKILL'),
    onMessage: (heard) => void child.on('message', heard),
    onExit: (ended) => void child.once('exit', ended),
  };
};

export type Held = {
  readonly run?: string | undefined;
  readonly seconds: number;
  readonly signal?: AbortSignal | undefined;
};
export type Answered = { readonly answer: AskAnswer; readonly ms: number };

/** Answers questions in processes of their own, two at a time, each ended when its time is over. SPEC ASK-14. */
export type AskRunner = {
  readonly ask: (request: Omit<AskRequest, 'mostMs'>, held: Held) => Promise<Answered>;
  /** Ends what `run` names, or all of it; how many there were. */
  readonly cancel: (run: string | undefined) => number;
  readonly close: () => void;
};

const mostAtOnce = 2;
const startMs = 30_000;
const idleMs = 60_000;
/** What ends itself does so a little later than it is ended from here. */
const graceMs = 2000;

const processFile = (): string =>
  fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './ask-process.ts' : './ask-process.js', import.meta.url));

type Waiting = { readonly resolve: (word: AskWord) => void; readonly reject: (error: unknown) => void };
/** A process, and what waits for its next word. */
type Talker = { readonly child: Child; waiting: Waiting | null; idle: NodeJS.Timeout | null; isGone: boolean };

const stopped = (message: string): Fault => new Fault('CANCELLED', message);
const ended = (): Fault =>
  stopped('Stopped: it took more than 768 MB of memory. Read fewer rows, or group them before they are joined.');

function begin(fork: Fork): Promise<Talker> {
  const talker: Talker = { child: fork(processFile()), waiting: null, idle: null, isGone: false };
  const take = (): Waiting | null => {
    const { waiting } = talker;
    talker.waiting = null;
    return waiting;
  };
  talker.child.onMessage((message) => take()?.resolve(message as AskWord));
  talker.child.onExit(() => {
    talker.isGone = true;
    take()?.reject(ended());
  });
  return within(talker, startMs, () => new Error('The process that answers questions did not start.')).then(
    () => talker,
  );
}

/** The next word of a process; one that does not come in time is the end of it. */
async function within(talker: Talker, ms: number, late: () => Error): Promise<AskWord> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<AskWord>((resolve, reject) => {
      talker.waiting = { resolve, reject };
      timer = setTimeout(() => {
        talker.waiting = null;
        talker.child.kill();
        reject(late());
      }, ms);
    });
  } finally {
    clearTimeout(timer);
  }
}

function settled(word: AskWord): Answered {
  if (word.kind === 'answer') return word;
  if (word.kind === 'fault')
    throw new Fault(word.code, word.message, word.field === undefined ? undefined : { field: word.field });
  throw new Error(word.kind === 'failed' ? word.message : 'The process that answers questions lost the thread.');
}

type Running = { readonly run: string | undefined; readonly stop: () => void };

export function askRunner(fork: Fork = nodeFork): AskRunner {
  let spare: Talker | null = null;
  const running = new Set<Running>();
  let closed = false;

  const rest = (talker: Talker): void => {
    if (spare !== null || closed) {
      talker.child.kill();
      return;
    }
    spare = talker;
    talker.idle = setTimeout(() => {
      spare = null;
      talker.child.kill();
    }, idleMs);
    talker.idle.unref();
  };
  const take = (): Promise<Talker> => {
    const talker = spare;
    spare = null;
    clearTimeout(talker?.idle ?? undefined);
    if (talker === null || talker.isGone) return begin(fork);
    return Promise.resolve(talker);
  };

  const ask: AskRunner['ask'] = async (request, { run, seconds, signal }) => {
    if (signal?.aborted === true) throw stopped('The question was taken back.');
    if (running.size >= mostAtOnce)
      throw new Fault('CONFLICT', 'Two questions are being answered already. Wait for one, or stop it.');
    let talker: Talker | null = null;
    let isStopped = false;
    const stop = (): void => {
      isStopped = true;
      talker?.waiting?.reject(stopped('The question was stopped.'));
      if (talker !== null) talker.waiting = null;
      talker?.child.kill();
    };
    const entry: Running = { run, stop };
    running.add(entry);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      talker = await take();
      // Stopped while the process was still on its way.
      if (isStopped) {
        talker.child.kill();
        throw stopped('The question was stopped.');
      }
      const word = within(talker, seconds * 1000, () =>
        stopped(`Stopped after ${seconds} s. Read less of the desk, or give it more time.`),
      );
      talker.child.send({ ...request, mostMs: seconds * 1000 + graceMs } satisfies AskRequest);
      const told = await word;
      rest(talker);
      return settled(told);
    } finally {
      signal?.removeEventListener('abort', stop);
      running.delete(entry);
    }
  };

  return {
    ask,
    cancel(run) {
      const those = [...running].filter((each) => run === undefined || each.run === run);
      for (const { stop } of those) stop();
      return those.length;
    },
    close() {
      closed = true;
      for (const { stop } of running) stop();
      spare?.child.kill();
      spare = null;
    },
  };
}
