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

const didNotStart = (): Error => new Error('The process that answers questions did not start.');

function begin(fork: Fork): Promise<Talker> {
  const talker: Talker = { child: fork(processFile()), waiting: null, idle: null, isGone: false };
  let isReady = false;
  const take = (): Waiting | null => {
    const { waiting } = talker;
    talker.waiting = null;
    return waiting;
  };
  talker.child.onMessage((message) => take()?.resolve(message as AskWord));
  talker.child.onExit(() => {
    talker.isGone = true;
    take()?.reject(isReady ? ended() : didNotStart());
  });
  return within(talker, startMs, didNotStart).then(() => {
    isReady = true;
    return talker;
  });
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

/** Processes that are at hand: one that has answered waits a while for the next question. */
type Talkers = {
  readonly take: () => Promise<Talker>;
  readonly rest: (talker: Talker) => void;
  readonly close: () => void;
};

function talkers(fork: Fork): Talkers {
  let spare: Talker | null = null;
  let isClosed = false;
  return {
    take() {
      const talker = spare;
      spare = null;
      clearTimeout(talker?.idle ?? undefined);
      return talker === null || talker.isGone ? begin(fork) : Promise.resolve(talker);
    },
    rest(talker) {
      if (spare !== null || isClosed) {
        talker.child.kill();
        return;
      }
      spare = talker;
      talker.idle = setTimeout(() => {
        spare = null;
        talker.child.kill();
      }, idleMs);
      talker.idle.unref();
    },
    close() {
      isClosed = true;
      clearTimeout(spare?.idle ?? undefined);
      spare?.child.kill();
      spare = null;
    },
  };
}

/** One question from its process to its answer. `stop` ends it wherever it is, also while its process is on its way. */
function asking(hands: Talkers, request: Omit<AskRequest, 'mostMs'>, seconds: number) {
  const held: { talker: Talker | null; isStopped: boolean } = { talker: null, isStopped: false };
  const wasStopped = (): Fault => stopped('The question was stopped.');
  const answer = async (): Promise<Answered> => {
    const talker = await hands.take();
    held.talker = talker;
    if (held.isStopped) {
      talker.child.kill();
      throw wasStopped();
    }
    const word = within(talker, seconds * 1000, () =>
      stopped(`Stopped after ${seconds} s. Read less of the desk at once.`),
    );
    talker.child.send({ ...request, mostMs: seconds * 1000 + graceMs } satisfies AskRequest);
    const told = await word;
    hands.rest(talker);
    return settled(told);
  };
  const stop = (): void => {
    held.isStopped = true;
    const waiting = held.talker?.waiting;
    if (held.talker !== null) held.talker.waiting = null;
    waiting?.reject(wasStopped());
    held.talker?.child.kill();
  };
  return { answer, stop };
}

type Running = { readonly run: string | undefined; readonly stop: () => void };

export function askRunner(fork: Fork = nodeFork): AskRunner {
  const hands = talkers(fork);
  const running = new Set<Running>();
  return {
    async ask(request, { run, seconds, signal }) {
      if (signal?.aborted === true) throw stopped('The question was taken back.');
      if (running.size >= mostAtOnce)
        throw new Fault('CONFLICT', 'Two questions are being answered already. Wait for one, or stop it.');
      const { answer, stop } = asking(hands, request, seconds);
      const entry: Running = { run, stop };
      running.add(entry);
      signal?.addEventListener('abort', stop, { once: true });
      try {
        return await answer();
      } finally {
        signal?.removeEventListener('abort', stop);
        running.delete(entry);
      }
    },
    cancel(run) {
      const those = [...running].filter((each) => run === undefined || each.run === run);
      for (const { stop } of those) stop();
      return those.length;
    },
    close() {
      for (const { stop } of running) stop();
      hands.close();
    },
  };
}
