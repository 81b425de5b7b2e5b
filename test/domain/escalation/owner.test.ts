import { describe, expect, it } from 'vitest';
import { chooseOwner } from '../../../src/domain/escalation/owner.ts';

const person = (id: string, name: string, more: { active?: boolean; away?: boolean } = {}) => ({
  id,
  name,
  active: true,
  away: false,
  ...more,
});
const level = { level: 2, name: 'Coordinator', ownerId: 'n', substituteId: 'b' } as const;
const noor = person('n', 'Noor');
const ben = person('b', 'Ben');

describe('who gets an escalation (ESC-4)', () => {
  it.each([
    ['the owner', level, [noor, ben], 'n', 'Owner of level 2 (Coordinator)'],
    [
      'the substitute where the owner is away',
      level,
      [person('n', 'Noor', { away: true }), ben],
      'b',
      'Substitute for level 2 (Coordinator): Noor is away',
    ],
    [
      'the substitute where the owner has left, away or not',
      level,
      [person('n', 'Noor', { active: false, away: true }), ben],
      'b',
      'Substitute for level 2 (Coordinator): Noor has left',
    ],
    [
      'the substitute where there is no owner',
      { ...level, ownerId: null },
      [noor, ben],
      'b',
      'Substitute for level 2 (Coordinator): it has no owner',
    ],
    [
      'nobody where both are away',
      level,
      [person('n', 'Noor', { away: true }), person('b', 'Ben', { away: true })],
      null,
      'Nobody at level 2 (Coordinator): Noor is away, and Ben, the substitute, is away',
    ],
    [
      'nobody where neither is named',
      { ...level, ownerId: null, substituteId: null },
      [noor, ben],
      null,
      'Nobody at level 2 (Coordinator): it has no owner, and there is no substitute',
    ],
  ])('%s, with the reason in words', (_, given, people, id, reason) => {
    expect(chooseOwner(given, people)).toMatchObject({ id, reason });
  });

  it('the one chosen goes before the owner, also while away', () => {
    expect(chooseOwner(level, [noor, ben], 'b')).toEqual({ id: 'b', name: 'Ben', reason: 'Chosen' });
    expect(chooseOwner(level, [noor, person('b', 'Ben', { away: true })], 'b').reason).toBe('Chosen, though away');
  });

  it('somebody who has left, or is not here, is refused', () => {
    expect(() => chooseOwner(level, [noor, person('b', 'Ben', { active: false })], 'b')).toThrow('Ben has left');
    expect(() => chooseOwner(level, [noor], 'b')).toThrow('not on this desk');
  });
});
