import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/domain/fault.ts';
import { describeRefusal } from '../../../src/main/electron/desk-refusal.ts';
import { launchOptions } from '../../../src/main/electron/launch-options.ts';

const file = '/anywhere/Support.desk';

describe('describeRefusal', () => {
  it.each([
    ['LOCKED', 'Another Foredesk has it open', true],
    ['READ_ONLY', 'the right to write', true],
    ['NOT_FOUND', 'If it was moved', true],
    ['DAMAGED', 'latest copy', false],
    ['NOT_A_DESK', 'import', false],
    ['FROM_FUTURE', 'newer Foredesk', false],
  ] as const)('says what to do about %s', (code, advice, retry) => {
    const refusal = describeRefusal(file, new Fault(code, 'What happened.'));
    expect(refusal.message).toBe('Support.desk could not be opened');
    expect(refusal.detail).toContain('What happened.');
    expect(refusal.detail).toContain(advice);
    expect(refusal.detail).toContain(file);
    expect(refusal.choices.map((choice) => choice.wayOut)).toEqual([
      ...(retry ? ['retry'] : []),
      'open',
      'new',
      'quit',
    ]);
  });

  it('has a way out of what nobody foresaw', () => {
    const refusal = describeRefusal(file, new Error('The disk is on fire.'));
    expect(refusal.detail).toContain('The disk is on fire.');
    expect(refusal.choices[0]?.wayOut).toBe('retry');
  });
});

describe('launchOptions', () => {
  it.each([
    [['--desk', 'a.desk'], '/where/a.desk'],
    [['--desk=/elsewhere/b.desk'], '/elsewhere/b.desk'],
    [['/elsewhere/c.desk'], '/elsewhere/c.desk'],
    [['--no-sandbox', '.', '--desk', 'd'], '/where/d'],
    [['.', '--remote-debugging-port=0'], null],
    [['--desk'], null],
    [[], null],
  ])('%j opens %s', (args, deskFile) => {
    expect(launchOptions(args, '/where')).toEqual({ deskFile });
  });
});
