import { z } from 'zod';
import type { BudgetRow, Done } from '../../../contract/index.ts';
import { Fault } from '../../../domain/fault.ts';
import { isLead, maySee } from '../../../domain/people/viewer.ts';
import { budgetRow, byLeft, usualBudget } from '../../../domain/training/budget.ts';
import { centsOf } from '../../../domain/training/money.ts';
import type { Core } from '../core.ts';
import { readMeta, saveMeta } from '../meta.ts';
import { readPeople } from '../people.ts';
import { mustPerson, nameOf } from '../person.ts';
import { mustLead, viewerOf } from '../viewer.ts';
import { enrolmentsOfYear } from './enrolment-read.ts';

const key = 'trainingBudget';
const budgetSchema = z.object({
  amount: z.number().default(usualBudget.amount),
  currency: z.string().default(usualBudget.currency),
  people: z.record(z.string(), z.number()).default({}),
});
type Kept = z.infer<typeof budgetSchema>;

const readBudget = (core: Core): Kept => budgetSchema.parse(readMeta(core.db, key) ?? {});
export const currencyOf = (core: Core): string => readBudget(core).currency;

const givenTo = ({ amount, people }: Kept, personId: string) => ({
  amount: people[personId] ?? amount,
  own: people[personId] !== undefined,
});

/** Where one person stands in a year. */
export const rowOf = (core: Core, personId: string, year: number): BudgetRow =>
  budgetRow(
    personId,
    givenTo(readBudget(core), personId),
    enrolmentsOfYear(core.db, year).filter((each) => each.personId === personId),
  );

/**
 * Everybody who leads nobody, and whoever else has a course or an amount of their own: who has least left first. An agent
 * finds themselves. SPEC TRN-20, TRN-21.
 */
export function budget(core: Core, year: number): { currency: string; amount: number; people: BudgetRow[] } {
  const kept = readBudget(core);
  const viewer = viewerOf(core);
  const all = enrolmentsOfYear(core.db, year);
  const counts = new Set([...all.map(({ personId }) => personId), ...Object.keys(kept.people)]);
  const people = readPeople(core.db)
    .filter(({ id, active, role }) => (active && !isLead({ id, role })) || counts.has(id))
    .filter(({ id }) => maySee(viewer, id))
    .map(({ id }) =>
      budgetRow(
        id,
        givenTo(kept, id),
        all.filter(({ personId }) => personId === id),
      ),
    )
    .toSorted(byLeft);
  return { currency: kept.currency, amount: kept.amount, people };
}

type Input = {
  readonly personId?: string | undefined;
  readonly amount: number | null;
  readonly currency?: string | undefined;
};

function next(kept: Kept, { personId, amount, currency = kept.currency }: Input): Kept {
  if (personId === undefined) return { ...kept, currency, amount: amount ?? kept.amount };
  const { [personId]: _, ...others } = kept.people;
  return { ...kept, currency, people: amount === null ? others : { ...others, [personId]: amount } };
}

/** Faults INVALID where everybody's would be none. Another currency names the sums anew; it does not change them. */
export function saveBudget(core: Core, input: Input): Done {
  mustLead(core);
  if (input.personId === undefined && input.amount === null)
    throw new Fault('INVALID', 'Say how much everybody has in a year.', { field: 'amount' });
  if (input.personId !== undefined) mustPerson(core, input.personId);
  const amount = input.amount === null ? null : centsOf(input.amount) / 100;
  const label = input.personId === undefined ? 'Training budget' : `Training budget of ${nameOf(core, input.personId)}`;
  const { changeSet } = saveMeta(
    core,
    { name: 'training.budgetSave', label },
    key,
    next(readBudget(core), { ...input, amount }),
  );
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}
