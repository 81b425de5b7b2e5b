import type { Queue } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { row, rows } from '../store/db.ts';
import type { Core } from './core.ts';
import { os } from './router-base.ts';

export function directory(core: Core) {
  return {
    queues: os.directory.queues.handler(() => ({
      queues: rows<{ uid: Uint8Array; name: string }>(core.db, 'SELECT uid, name FROM queue ORDER BY name').map(
        ({ uid, name }): Queue => ({ id: uuidText(uid), name }),
      ),
    })),
    queueCreate: os.directory.queueCreate.handler(({ input }) => {
      const taken = row(core.db, 'SELECT 1 FROM queue WHERE name = ?', input.name);
      if (taken !== undefined)
        throw new Fault('CONFLICT', `There is a queue “${input.name}” already. Choose another name.`);
      const uid = core.newId(core.ports.now());
      core.write({ name: 'directory.queueCreate', label: `Queue “${input.name}”` }, (write) => {
        write.insert('queue', uid, { name: input.name });
      });
      return { id: uuidText(uid), name: input.name };
    }),
  };
}
