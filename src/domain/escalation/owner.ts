import type { EscalationLevel } from '../../contract/escalation.ts';
import type { Person } from '../../contract/people.ts';
import { Fault } from '../fault.ts';

type Who = Pick<Person, 'id' | 'name' | 'active' | 'away'>;
export type Owner = { readonly id: string | null; readonly name: string | null; readonly reason: string };

/**
 * Who gets an escalation: the one chosen, else the owner of the level, else, where they are away or gone, the
 * substitute; and the reason in words. Faults INVALID where the one chosen has left. SPEC ESC-4.
 */
export function chooseOwner(
  level: Pick<EscalationLevel, 'level' | 'name' | 'ownerId' | 'substituteId'>,
  people: readonly Who[],
  chosenId?: string,
): Owner {
  const find = (id: string | null | undefined) => people.find((person) => person.id === id);
  if (chosenId !== undefined) return chosen(find(chosenId));
  const owner = find(level.ownerId);
  const substitute = find(level.substituteId);
  const title = `level ${level.level} (${level.name})`;
  if (owner !== undefined && isHere(owner)) return { ...pick(owner), reason: `Owner of ${title}` };
  const missing = owner === undefined ? 'it has no owner' : `${owner.name} ${absence(owner)}`;
  if (substitute !== undefined && isHere(substitute))
    return { ...pick(substitute), reason: `Substitute for ${title}: ${missing}` };
  const also =
    substitute === undefined ? 'there is no substitute' : `${substitute.name}, the substitute, ${absence(substitute)}`;
  return { id: null, name: null, reason: `Nobody at ${title}: ${missing}, and ${also}` };
}

const isHere = ({ active, away }: Who): boolean => active && !away;
const absence = ({ active }: Who): string => (active ? 'is away' : 'has left');
const pick = ({ id, name }: Who) => ({ id, name });

function chosen(person: Who | undefined): Owner {
  if (person === undefined) throw new Fault('NOT_FOUND', 'That person is not on this desk.', { field: 'ownerId' });
  if (!person.active)
    throw new Fault('INVALID', `${person.name} has left. Choose somebody who works here.`, { field: 'ownerId' });
  return { ...pick(person), reason: person.away ? 'Chosen, though away' : 'Chosen' };
}
