import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { Fault } from '../../../domain/fault.ts';
import { answer, type PivotRead, type Rows } from '../../store/ask/answer.ts';
import { openAsk, type AskDb } from '../../store/ask/open-ask.ts';
import { flatPivot, flatRows, tableFile } from './export-file.ts';
import type { AskAnswer, AskRequest, AskWord } from './messages.ts';

/**
 * Entry of the process that answers questions: nothing but a process can be stopped in the middle of a step of SQLite. It
 * is killed from outside; a thread of its own ends it as well when it takes too long or too much. SPEC ASK-14.
 */

/** What the process may take in memory, bytes, all of it. */
const mostBytes = 768 * 1024 * 1024;
const lookEveryMs = 50;

/** Electron gives a port of its own to such a process, Node a channel on the process itself. */
type Port = {
  readonly send: (word: AskWord) => void;
  readonly listen: (heard: (request: AskRequest) => void) => void;
};

function port(): Port {
  const electron = (process as { parentPort?: unknown }).parentPort as
    | {
        readonly on: (event: 'message', heard: (message: { readonly data: unknown }) => void) => void;
        readonly postMessage: (word: AskWord) => void;
      }
    | undefined;
  if (electron !== undefined)
    return {
      send: (word) => electron.postMessage(word),
      listen: (heard) => electron.on('message', ({ data }) => heard(data as AskRequest)),
    };
  // Nobody is left who could ask.
  process.on('disconnect', () => process.exit());
  return {
    send: (word) => void process.send?.(word),
    listen: (heard) => void process.on('message', (message) => heard(message as AskRequest)),
  };
}

let opened: { readonly file: string; readonly ask: AskDb } | undefined;

function connection({ file, nativeBinding }: AskRequest): AskDb {
  if (opened?.file !== file) {
    opened?.ask.close();
    opened = { file, ask: openAsk(file, nativeBinding) };
  }
  return opened.ask;
}

async function answered(request: AskRequest): Promise<AskAnswer> {
  const { question } = request;
  const ask = connection(request);
  ask.set(request.timeZone, request.now);
  const found = answer(ask, question);
  if (request.export !== null) {
    const flat = question.kind === 'pivot' ? flatPivot(question.pivot, found as PivotRead) : flatRows(found as Rows);
    const file = await tableFile(flat, request.export, request);
    const { cut, clipped } = 'cut' in found ? found : { cut: null, clipped: 0 };
    return { kind: 'file', file: { ...file, rows: flat.rows.length, cut, clipped } };
  }
  return 'cut' in found ? { kind: 'rows', rows: found } : { kind: 'pivot', pivot: found };
}

async function serve({ send, listen }: Port): Promise<void> {
  const until = new Float64Array(new SharedArrayBuffer(8));
  const watch = new Worker(new URL(import.meta.url), { workerData: { until, most: mostBytes } });
  watch.unref();
  await new Promise((done) => watch.once('online', done));
  listen((request) => {
    const from = performance.now();
    until[0] = performance.timeOrigin + from + request.mostMs;
    answered(request)
      .then(
        (found): AskWord => ({ kind: 'answer', answer: found, ms: performance.now() - from }),
        (error: unknown): AskWord =>
          error instanceof Fault
            ? { kind: 'fault', code: error.code, message: error.message, field: error.data?.field }
            : { kind: 'failed', message: error instanceof Error ? error.message : String(error) },
      )
      .then((word) => {
        until[0] = 0;
        send(word);
      })
      .catch(() => process.exit(1));
  });
  send({ kind: 'ready' });
}

/** The other thread: looks whether the time is over or the memory used up, and ends the whole process where it is. */
function guard({ until, most }: { readonly until: Float64Array; readonly most: number }): void {
  setInterval(() => {
    const end = until[0] ?? 0;
    const late = end > 0 && performance.timeOrigin + performance.now() > end;
    if (late || process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGKILL');
  }, lookEveryMs);
}

if (isMainThread) await serve(port());
else guard(workerData as Parameters<typeof guard>[0]);
