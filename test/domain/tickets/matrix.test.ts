import { describe, expect, it } from 'vitest';
import { defaultMatrix, priorityOf, whyPriority } from '../../../src/domain/tickets/matrix.ts';
import { missingInWords, missingTriage } from '../../../src/domain/tickets/triage.ts';

describe('the triage matrix', () => {
  it("begins as ITIL's three by three, as ServiceNow ships it (TRI-2)", () => {
    expect(defaultMatrix).toEqual([
      ['p1', 'p2', 'p3'],
      ['p2', 'p3', 'p4'],
      ['p3', 'p4', 'p4'],
    ]);
  });

  it('gives a priority once both are known, and says why (TRI-2)', () => {
    expect(priorityOf(defaultMatrix, 1, 2)).toBe('p2');
    expect(priorityOf(defaultMatrix, 1, null)).toBeNull();
    expect(priorityOf(defaultMatrix, null, 3)).toBeNull();
    expect(whyPriority(defaultMatrix, 1, 2)).toBe('High impact and medium urgency give P2.');
    expect(whyPriority(defaultMatrix, null, 2)).toBe('Impact and urgency together give the priority.');
  });
});

describe('triage', () => {
  const whole = {
    channel: 'phone',
    customer: 'x',
    subject: 'Late',
    category: 'Parcel',
    impact: 2,
    urgency: 2,
    queue: 'x',
  };
  it('is complete with seven things, and names what is missing in the order of the form (TRI-1)', () => {
    expect(missingTriage(whole)).toEqual([]);
    expect(missingTriage({ ...whole, subject: '  ', queue: null, impact: null })).toEqual([
      'subject',
      'queue',
      'impact',
    ]);
    for (const field of Object.keys(whole)) expect(missingTriage({ ...whole, [field]: null })).toEqual([field]);
  });
  it('says it in words (TRI-1)', () => {
    expect(missingInWords(['queue'])).toBe('Triage is not complete: the queue is missing.');
    expect(missingInWords(['subject', 'impact', 'queue'])).toBe(
      'Triage is not complete: the subject, the impact and the queue are missing.',
    );
  });
});
