import { Fault } from '../../domain/fault.ts';
import type { Core } from './core.ts';
import { os } from './router-base.ts';

const soon = (): never => {
  throw new Fault('NOT_FOUND', 'Being built.');
};

export function automation(_: Core) {
  const { automation: procedures } = os;
  return {
    list: procedures.list.handler(() => soon()),
    save: procedures.save.handler(() => soon()),
    remove: procedures.remove.handler(() => soon()),
    order: procedures.order.handler(() => soon()),
    apply: procedures.apply.handler(() => soon()),
    preview: procedures.preview.handler(() => soon()),
    runs: procedures.runs.handler(() => soon()),
    undoRun: procedures.undoRun.handler(() => soon()),
    runTimed: procedures.runTimed.handler(() => soon()),
    route: procedures.route.handler(() => soon()),
    simulate: procedures.simulate.handler(() => soon()),
    exportJson: procedures.exportJson.handler(() => soon()),
    importJson: procedures.importJson.handler(() => soon()),
  };
}
