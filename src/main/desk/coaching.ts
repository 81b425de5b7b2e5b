import type { Core } from './core.ts';
import { saveCadence } from './coaching/cadence.ts';
import { dossier } from './coaching/dossier.ts';
import { removeAction, saveAction, saveGoal, savePraise } from './coaching/goals.ts';
import { chains, overview, page, session } from './coaching/page.ts';
import { acknowledge, followUp, makeSession, removeSession, setSession } from './coaching/sessions.ts';
import { os } from './router-base.ts';

export const coaching = (core: Core) => ({
  overview: os.coaching.overview.handler(() => ({ people: overview(core) })),
  page: os.coaching.page.handler(({ input }) => page(core, input.personId)),
  session: os.coaching.session.handler(({ input }) => session(core, input.id)),
  sessionMake: os.coaching.sessionMake.handler(({ input }) => makeSession(core, input)),
  sessionSet: os.coaching.sessionSet.handler(({ input }) => setSession(core, input.id, input.set)),
  sessionRemove: os.coaching.sessionRemove.handler(({ input }) => removeSession(core, input.id)),
  followUp: os.coaching.followUp.handler(({ input }) => followUp(core, input.id, input.days)),
  acknowledge: os.coaching.acknowledge.handler(({ input }) => acknowledge(core, input.id, input.note)),
  goalSave: os.coaching.goalSave.handler(({ input }) => saveGoal(core, input)),
  actionSave: os.coaching.actionSave.handler(({ input }) => saveAction(core, input)),
  actionRemove: os.coaching.actionRemove.handler(({ input }) => removeAction(core, input.id)),
  praiseSave: os.coaching.praiseSave.handler(({ input }) => savePraise(core, input)),
  cadenceSave: os.coaching.cadenceSave.handler(({ input }) => saveCadence(core, input.personId, input.days)),
  dossier: os.coaching.dossier.handler(({ input }) => dossier(core, input)),
  effects: os.coaching.effects.handler(({ input }) => ({ chains: chains(core, input) })),
});
