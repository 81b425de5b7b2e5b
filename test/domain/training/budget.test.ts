import { describe, expect, it } from 'vitest';
import type { Enrolment } from '../../../src/contract/training.ts';
import { agendaOf, materialsOf, titleOf } from '../../../src/domain/training/agenda.ts';
import { budgetRow, overBy } from '../../../src/domain/training/budget.ts';
import { sumOf } from '../../../src/domain/training/money.ts';

const enrolment = (cost: number, state: Enrolment['state']): Enrolment => ({
  id: 'e',
  personId: 'ann',
  courseId: 'c',
  on: '2026-03-02',
  cost,
  state,
});
const given = { amount: 1000, own: false };

describe('the budget of one person (TRN-20, TRN-21)', () => {
  it('is spent by what is done, set aside by what is planned or booked, and not touched by what was cancelled', () => {
    const all = [
      enrolment(300, 'done'),
      enrolment(200.5, 'done'),
      enrolment(100, 'planned'),
      enrolment(150, 'booked'),
      enrolment(900, 'cancelled'),
    ];
    expect(budgetRow('ann', given, all)).toEqual({
      personId: 'ann',
      amount: 1000,
      own: false,
      spent: 500.5,
      setAside: 250,
      left: 249.5,
    });
    expect(budgetRow('ann', given, [])).toMatchObject({ spent: 0, setAside: 0, left: 1000 });
  });

  it('may be less than nothing, to the cent', () => {
    const row = budgetRow('ann', { amount: 0.3, own: true }, [enrolment(0.1, 'done'), enrolment(0.3, 'planned')]);
    expect(row).toMatchObject({ left: -0.1, own: true });
    expect(overBy(row)).toBe(0.1);
    expect(overBy(budgetRow('ann', given, [enrolment(1000, 'done')]))).toBe(0);
    expect(sumOf([0.1, 0.2, 19.99])).toBe(20.29);
    expect(sumOf(Array.from({ length: 1000 }, () => 0.1))).toBe(100);
  });
});

describe('a refresher made of what is needed (TRN-4)', () => {
  const sources = [
    { kind: 'criterion', title: 'Right solution' },
    { kind: 'category', title: 'Refund' },
    { kind: 'topic', title: 'New tariff\nfrom May', material: 'https://wiki.example/tariff ' },
    { kind: 'topic', title: 'And this', material: '' },
  ] as const;

  it('has its name, a checklist and what there is to read', () => {
    expect(titleOf(sources)).toBe('Right solution and 3 more');
    expect(titleOf(sources.slice(2, 3))).toBe('New tariff from May');
    expect(agendaOf(sources)).toBe(
      '- [ ] Review: Right solution\n- [ ] Hard cases: Refund\n- [ ] New: New tariff from May\n- [ ] New: And this',
    );
    expect(materialsOf(sources)).toBe('https://wiki.example/tariff');
  });

  it('has a name of nothing, and none that is too long', () => {
    expect(titleOf([])).toBe('Weekly refresher');
    expect([agendaOf([]), materialsOf([])]).toEqual(['', '']);
    const long = { kind: 'topic', title: 'x'.repeat(500) } as const;
    expect(titleOf([long, long])).toHaveLength(200);
    expect(titleOf([long, long])).toMatch(/x… and 1 more$/);
  });
});
