import type { Done, ForecastEvent } from '../../contract/index.ts';
import { chatAgents } from '../../domain/staffing/concurrency.ts';
import { mailAgents } from '../../domain/staffing/backlog.ts';
import { forecast } from '../../domain/staffing/forecast/forecast.ts';
import { performance, required } from '../../domain/staffing/required.ts';
import { simulateDay } from '../../domain/staffing/simulate.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { row } from '../store/db.ts';
import type { Core } from './core.ts';
import { mustBeHere } from './roster/write.ts';
import { os, together } from './router-base.ts';
import { breaches } from './staffing/breaches.ts';
import { dayPlan, staffedStream } from './staffing/day.ts';
import { movesOf } from './staffing/moves.ts';
import { outlookOf } from './staffing/outlook-days.ts';
import { readEvents, type Outlooks } from './staffing/outlook.ts';
import { readSettings, saveSettings } from './staffing/settings.ts';
import { whatIf } from './staffing/what-if.ts';

/** Needs no desk. */
export const staffingRules = () => ({
  required: os.staffing.required.handler(({ input }) => required(input)),
  performance: os.staffing.performance.handler(({ input }) => performance(input)),
  concurrency: os.staffing.concurrency.handler(({ input }) => chatAgents(input)),
  backlog: os.staffing.backlog.handler(({ input }) => mailAgents(input)),
  forecast: os.staffing.forecast.handler(({ input }) => forecast(input)),
  simulate: os.staffing.simulate.handler(({ input }) => simulateDay(input)),
});

function saveEvent(
  core: Core,
  { id, ...event }: Omit<ForecastEvent, 'id'> & { readonly id?: string | undefined },
): Done & { id: string } {
  const taken = row<{ uid: Uint8Array }>(core.db, 'SELECT uid FROM forecast_event WHERE date = ?', event.date);
  if (taken !== undefined && uuidText(taken.uid) !== id)
    throw new Fault('CONFLICT', `${event.date} is in the list already. Change that entry.`, { field: 'date' });
  const uid =
    id === undefined
      ? core.newId(core.ports.now())
      : mustBeHere(core, 'forecast_event', id, 'That day is not in the list any more.');
  const label = `Day “${event.name}”`;
  const { changeSet } = core.write({ name: 'staffing.eventSave', label }, (write) => {
    if (id === undefined) write.insert('forecast_event', uid, event);
    else write.update('forecast_event', uid, event);
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: uuidText(uid) };
}

function removeEvent(core: Core, id: string): Done {
  const uid = mustBeHere(core, 'forecast_event', id, 'That day is not in the list any more.');
  const label = 'Day removed from the forecast';
  const { changeSet } = core.write({ name: 'staffing.eventRemove', label }, (write) => {
    write.remove('forecast_event', uid);
  });
  return { changed: 1, label, changeSet };
}

export function staffing(core: Core, outlook: Outlooks) {
  return together(staffingRules(), {
    settings: os.staffing.settings.handler(() => readSettings(core)),
    settingsSave: os.staffing.settingsSave.handler(({ input }) => saveSettings(core, input)),
    day: os.staffing.day.handler(async ({ input }) => {
      const plan = await dayPlan(core, outlook, input.date, input.draft);
      return {
        date: input.date,
        at: plan.now,
        ...plan.span,
        intervalMinutes: plan.settings.intervalMinutes,
        streams: plan.streams.map((stream) => staffedStream(plan, stream)),
        reforecast: plan.reforecast,
      };
    }),
    outlook: os.staffing.outlook.handler(({ input }) => outlookOf(core, outlook, input)),
    events: os.staffing.events.handler(() => ({ events: readEvents(core.db) })),
    eventSave: os.staffing.eventSave.handler(({ input }) => saveEvent(core, input)),
    eventRemove: os.staffing.eventRemove.handler(({ input }) => removeEvent(core, input.id)),
    whatIf: os.staffing.whatIf.handler(({ input }) => whatIf(core, outlook, input)),
    moves: os.staffing.moves.handler(({ input }) => movesOf(core, outlook, input.date)),
    breaches: os.staffing.breaches.handler(() => breaches(core, outlook)),
  });
}
