import { describe, expect, it } from 'vitest';
import type { ImportJob } from '../../../src/contract/index.ts';
import {
  isRunning,
  stepOf,
  ticketsToImport,
  type FileState,
  type Run,
} from '../../../src/renderer/exchange/import-store.ts';
import { answer, draftOf } from '../../../src/renderer/exchange/mapping.ts';
import { saidPercent, shareOf, wordsOf } from '../../../src/renderer/exchange/progress.ts';
import { x } from '../../../src/renderer/strings/en-exchange.ts';
import { inspectionOf, jobOf, mappingOf, zoneQuestion } from './build.ts';

const file: FileState = { phase: 'ready', name: 'a.csv', bytes: 1, uploadId: 'u' };
const columns = [
  ['id', 'externalId'],
  ['made', 'createdAt'],
] as const;
const complete = draftOf(inspectionOf(mappingOf(columns)));
const run = (job: ImportJob | null, more: Partial<Run> = {}): Run => ({ job, stopping: false, error: null, ...more });
const none = { dryRun: null, run: null };

describe('the step that waits', () => {
  it('goes from file to dates to columns to dry run to import, one at a time', () => {
    const open = draftOf(inspectionOf(mappingOf(columns, { timeZone: null }), [], [zoneQuestion]));
    const idless = draftOf(inspectionOf(mappingOf([['made', 'createdAt']])));
    expect(stepOf({ file: { phase: 'none', error: null }, draft: null, ...none })).toBe('file');
    expect(stepOf({ file: { phase: 'looking', name: 'a', bytes: 1 }, draft: null, ...none })).toBe('file');
    expect(stepOf({ file, draft: open, ...none })).toBe('dates');
    expect(stepOf({ file, draft: answer(open, 'timeZone', 'UTC'), ...none })).toBe('dryRun');
    expect(stepOf({ file, draft: idless, ...none })).toBe('columns');
    expect(stepOf({ file, draft: complete, ...none })).toBe('dryRun');
    expect(stepOf({ file, draft: complete, dryRun: run(jobOf()), run: null })).toBe('import');
  });

  it('stays at the dry run while it runs, was stopped, or failed', () => {
    for (const state of ['running', 'cancelled', 'failed'] as const)
      expect(stepOf({ file, draft: complete, dryRun: run(jobOf({ state })), run: null })).toBe('dryRun');
    expect(stepOf({ file, draft: complete, dryRun: run(null, { error: 'lost' }), run: null })).toBe('dryRun');
  });

  it('offers to import what a finished dry run showed, and nothing of an unfinished one', () => {
    const counts = { create: 3, update: 2, skip: 9, reject: 1, events: 0 };
    expect(ticketsToImport({ dryRun: run(jobOf({ counts })) })).toBe(5);
    expect(ticketsToImport({ dryRun: run(jobOf({ counts, state: 'cancelled' })) })).toBe(0);
    expect(ticketsToImport({ dryRun: null })).toBe(0);
  });

  it('runs from the press of the key, before the desk has answered, until it ended or could not be followed', () => {
    expect(isRunning(run(null))).toBe(true);
    expect(isRunning(run(jobOf({ state: 'running' })))).toBe(true);
    expect(isRunning(run(jobOf({ state: 'done' })))).toBe(false);
    expect(isRunning(run(null, { error: 'lost' }))).toBe(false);
    expect(isRunning(null)).toBe(false);
  });
});

describe('progress', () => {
  it('is a share of the bytes, and unknown before there are any', () => {
    expect(shareOf({ bytesRead: 0, bytesTotal: 0 })).toBeNull();
    expect(shareOf({ bytesRead: 25, bytesTotal: 100 })).toBe(0.25);
    expect(shareOf({ bytesRead: 120, bytesTotal: 100 })).toBe(1);
  });

  it('is said every ten percent', () => {
    expect([null, 0, 0.099, 0.1, 0.57, 1].map(saidPercent)).toEqual([0, 0, 0, 10, 50, 100]);
  });

  it('says rows, rate and time left, and at the end what still goes on', () => {
    const job = jobOf({ bytesRead: 50, rowsRead: 12_345, rowsPerSecond: 8000, secondsLeft: 75 });
    expect(wordsOf(job)).toBe('12,345 rows, 8,000 rows a second, about 1 min 15 s left');
    expect(wordsOf(jobOf({ rowsRead: 1 }))).toMatch(/^1 row\. Finishing/);
  });
});

describe('words', () => {
  it('give sizes and spans that people read', () => {
    expect([0, 340, 1000, 21_765, 2_506_740, 999_999_999].map(x.size)).toEqual([
      '0 B',
      '340 B',
      '1.0 kB',
      '21.8 kB',
      '2.5 MB',
      '1000 MB',
    ]);
    expect([0, 59.4, 65, 3600].map(x.span)).toEqual(['0 s', '59 s', '1 min 05 s', '1 h 00 min']);
  });

  it('tell an outcome, singular and plural', () => {
    const counts = { create: 1, update: 0, skip: 2, reject: 1, events: 4 };
    expect(x.outcome(counts, true)).toBe('1 ticket created, 2 skipped and 1 row rejected.');
    expect(x.outcome(counts, false)).toBe('1 ticket to create, 2 to skip and 1 row to reject.');
    expect(x.outcome({ create: 0, update: 0, skip: 0, reject: 0, events: 0 }, true)).toMatch(/Nothing/);
  });
});
