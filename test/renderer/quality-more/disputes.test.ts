import { describe, expect, it } from 'vitest';
import { criterionSchema, type Criterion } from '../../../src/contract/index.ts';
import {
  byDeadline,
  disputedFirst,
  firstTyped,
  readDecision,
  readTyped,
} from '../../../src/renderer/quality/disputes/decision-draft.ts';
import { noAnswer } from '../../../src/renderer/quality/workspace/answers.ts';

const criterion = (id: string, given: Partial<Criterion> = {}): Criterion => ({
  ...criterionSchema.parse({ id, name: id, scale: { kind: 'points', points: 5 }, weight: 10 }),
  ...given,
});
const tone = criterion('tone');
const speed = criterion('speed', { scale: { kind: 'numeric', min: 0, max: 10 }, mayBeNA: true });
const privacy = criterion('privacy', { scale: { kind: 'yesNo' } });
const criteria = [tone, speed, privacy];
const answers = {
  tone: { ...noAnswer, value: 3 },
  speed: { ...noAnswer, value: 4 },
  privacy: { ...noAnswer, value: 0 },
};

describe('a decision (QAR-5)', () => {
  it('reads only what is on the scale of its criterion', () => {
    expect(readTyped(tone, '5')).toBe(5);
    expect(readTyped(tone, '6')).toBeNull();
    expect(readTyped(tone, 'na')).toBeNull();
    expect(readTyped(speed, '7,5')).toBe(7.5);
    expect(readTyped(speed, 'na')).toBe('na');
    expect(readTyped(speed, '11')).toBeNull();
    expect(readTyped(privacy, '1')).toBe(1);
  });

  it('begins with what the agent asked for where it is overturned, and with nothing else', () => {
    const counter = { tone: 5, speed: 'na' } as const;
    expect(firstTyped('overturned', counter)).toEqual({ tone: '5', speed: 'na' });
    expect(firstTyped('partly', counter)).toEqual({});
    expect(firstTyped('upheld', counter)).toEqual({});
  });

  it('changes what differs from what was given, and names what is no value', () => {
    expect(readDecision(criteria, answers, { tone: '3', speed: '8', privacy: '' })).toEqual({
      values: { speed: 8 },
      wrong: [],
    });
    expect(readDecision(criteria, answers, { tone: '4', speed: 'quick' })).toEqual({
      values: { tone: 4 },
      wrong: ['speed'],
    });
  });

  it('shows what is disputed first', () => {
    expect(disputedFirst(criteria, { privacy: 1 }).map(({ id }) => id)).toEqual(['privacy', 'tone', 'speed']);
  });

  it('puts the nearest deadline first, the lower number where two are the same', () => {
    const row = (ticketNumber: number, deadlineAt: number) => ({ ticketNumber, deadlineAt });
    const rows = [row(1, 200), row(3, 100), row(4, 300), row(2, 100)];
    expect(byDeadline(rows).map(({ ticketNumber }) => ticketNumber)).toEqual([2, 3, 1, 4]);
  });
});
