import type { Person } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { rows } from '../store/db.ts';
import type { Core } from './core.ts';
import { os } from './router-base.ts';

type PersonRecord = { uid: Uint8Array; name: string; email: string | null; time_zone: string | null; active: number };

const toPerson = (record: PersonRecord): Person => ({
  id: uuidText(record.uid),
  name: record.name,
  email: record.email,
  timeZone: record.time_zone,
  active: record.active === 1,
});

export function people(core: Core) {
  return {
    list: os.people.list.handler(() => ({
      people: rows<PersonRecord>(
        core.db,
        'SELECT uid, name, email, time_zone, active FROM person ORDER BY name COLLATE NOCASE, id',
      ).map(toPerson),
    })),
    create: os.people.create.handler(({ input }) => {
      const uid = core.newId(core.ports.now());
      const person: Person = { id: uuidText(uid), ...input, active: true };
      core.write({ name: 'people.create', label: `Person “${input.name}”` }, (write) => {
        write.insert('person', uid, { name: input.name, email: input.email, time_zone: input.timeZone, active: 1 });
      });
      return person;
    }),
  };
}
