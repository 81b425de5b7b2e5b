import type { Done } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Core } from '../core.ts';
import { mustLead } from '../viewer.ts';
import { hasTopic } from './read.ts';

function mustTopic(core: Core, id: string): Uint8Array {
  if (!hasTopic(core.db, id)) throw new Fault('NOT_FOUND', 'That topic is not here any more.');
  return uuidBytes(id);
}

export function saveTopic(
  core: Core,
  { id, text, material }: { readonly id?: string | undefined; readonly text: string; readonly material: string },
): Done & { id: string } {
  mustLead(core);
  const now = core.ports.now();
  const uid = id === undefined ? core.newId(now) : mustTopic(core, id);
  const label = `Topic: ${text.slice(0, 60)}`;
  const { changeSet } = core.write({ name: 'training.topicSave', label }, (write) => {
    if (id === undefined)
      write.insert('training_topic', uid, { text, material, added_at: now, added_by: core.actor() });
    else write.update('training_topic', uid, { text, material });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: uuidText(uid) };
}

/** A refresher that took it up keeps its agenda. */
export function removeTopic(core: Core, id: string): Done {
  mustLead(core);
  const uid = mustTopic(core, id);
  const label = 'Topic taken away';
  const { changeSet } = core.write({ name: 'training.topicRemove', label }, (write) => {
    write.remove('training_topic', uid);
  });
  return { changed: 1, label, changeSet };
}
