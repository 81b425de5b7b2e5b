import { viewSchema, type View } from '../../contract/index.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { defaultViews } from '../../domain/tickets/default-views.ts';
import { row, rows, type ReadDb } from '../store/db.ts';
import type { Writer } from '../store/writer.ts';
import { countsOf } from './board-reads.ts';
import type { Core } from './core.ts';
import { os } from './router-base.ts';

type ViewRecord = { uid: Uint8Array; pinned: string | null; name: string; body: string };

const toView = ({ uid, pinned, name, body }: ViewRecord): View =>
  viewSchema.parse({ ...(JSON.parse(body) as object), id: uuidText(uid), pinned: pinned !== null, name });

export const readViews = (db: ReadDb): View[] =>
  rows<ViewRecord>(db, 'SELECT uid, pinned, name, body FROM view ORDER BY position, id').map(toView);

/** The views a new desk comes with. */
export function seedViews(write: Writer, newUid: () => Uint8Array): void {
  defaultViews.forEach(({ key, name, ...body }, position) => {
    write.insert('view', newUid(), { position, pinned: key, name, body: JSON.stringify(body) });
  });
}

function saveView(core: Core, { id, name, ...body }: Omit<View, 'id' | 'pinned'> & { id?: string | undefined }): View {
  const uid = id === undefined ? core.newId(core.ports.now()) : uuidBytes(id);
  core.write({ name: 'tickets.viewSave', label: `View “${name}”`, undoable: false }, (write) => {
    if (id === undefined) {
      const last = row<{ last: number | null }>(core.db, 'SELECT max(position) AS last FROM view')?.last ?? 0;
      write.insert('view', uid, { position: last + 1, pinned: null, name, body: JSON.stringify(body) });
      return;
    }
    if (findView(core, id) === undefined) throw new Fault('NOT_FOUND', 'That view is not on this desk any more.');
    write.update('view', uid, { name, body: JSON.stringify(body) });
  });
  const saved = findView(core, uuidText(uid));
  if (saved === undefined) throw new Error('The view just saved is not there');
  return toView(saved);
}

const findView = (core: Core, id: string): ViewRecord | undefined =>
  row<ViewRecord>(core.db, 'SELECT uid, pinned, name, body FROM view WHERE uid = ?', uuidBytes(id));

function deleteView(core: Core, id: string): void {
  const found = findView(core, id);
  if (found === undefined) throw new Fault('NOT_FOUND', 'That view is not on this desk any more.');
  const origin = defaultViews.find(({ key }) => key === found.pinned);
  core.write({ name: 'tickets.viewDelete', label: `View “${found.name}”`, undoable: true }, (write) => {
    if (origin === undefined) {
      write.remove('view', found.uid);
      return;
    }
    const { key: _, name, ...body } = origin;
    write.update('view', found.uid, { name, body: JSON.stringify(body) });
  });
}

export function views(core: Core) {
  return {
    views: os.tickets.views.handler(async () => {
      const all = readViews(core.db);
      const counts = await Promise.all(all.map(({ filter }) => countsOf(core, filter)));
      return { views: all.map((view, index) => ({ ...view, count: counts[index]?.total ?? 0 })) };
    }),
    viewSave: os.tickets.viewSave.handler(({ input }) => saveView(core, input)),
    viewDelete: os.tickets.viewDelete.handler(({ input }) => {
      deleteView(core, input.id);
      return {};
    }),
  };
}
