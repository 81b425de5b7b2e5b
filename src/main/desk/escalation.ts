import { toInstant } from '../../domain/calendar/instant.ts';
import { exampleTrees } from '../../domain/escalation/example-trees.ts';
import { escalationLogCsv } from '../../domain/escalation/log-csv.ts';
import { scenarios } from '../../domain/escalation/scenarios.ts';
import type { Core } from './core.ts';
import { endDrill, removeDrill, startDrill } from './drills.ts';
import {
  accept,
  act,
  deEscalate,
  escalate,
  handOver,
  readTrees,
  removeTree,
  resolve,
  saveSettings,
  saveTree,
  walk,
} from './escalation-commands.ts';
import { readLog } from './escalation-log.ts';
import { escalationBoard, escalationsOf, rateOf } from './escalation-reads.ts';
import { readEscalationSettings } from './escalation-write.ts';
import {
  addToTimeline,
  close,
  declare,
  incidentOf,
  keepReview,
  link,
  readIncident,
  readIncidents,
  suggestFor,
  unlink,
  updateAll,
} from './incidents.ts';
import { os, together } from './router-base.ts';
import { ticketState } from './ticket-write.ts';

const mostExported = 1_000_000;

function ofTicket(core: Core, id: string) {
  const ticket = ticketState(core, id);
  const all = escalationsOf(core, ticket.id);
  return {
    level: ticket.level,
    open: all.find(({ endedAt }) => endedAt === null) ?? null,
    earlier: all.filter(({ endedAt }) => endedAt !== null),
    incident: incidentOf(core.db, ticket.id),
  };
}

export function escalation(core: Core) {
  const { escalation: procedures } = os;
  const own = {
    settings: procedures.settings.handler(() => readEscalationSettings(core.db)),
    settingsSave: procedures.settingsSave.handler(({ input }) => saveSettings(core, input)),
    escalate: procedures.escalate.handler(({ input }) => escalate(core, input)),
    accept: procedures.accept.handler(({ input }) => accept(core, input.id)),
    handOver: procedures.handOver.handler(({ input }) => handOver(core, input)),
    act: procedures.act.handler(({ input }) => act(core, input)),
    resolve: procedures.resolve.handler(({ input }) => resolve(core, input)),
    deEscalate: procedures.deEscalate.handler(({ input }) => deEscalate(core, input)),
    board: procedures.board.handler(({ input }) => escalationBoard(core, input.drills)),
    ticket: procedures.ticket.handler(({ input }) => ofTicket(core, input.ticketId)),
    log: procedures.log.handler(({ input: { limit, offset, ...filter } }) => readLog(core.db, filter, limit, offset)),
    logCsv: procedures.logCsv.handler(({ input }) => {
      const { entries } = readLog(core.db, input, mostExported, 0);
      const text = escalationLogCsv(entries.reverse(), core.facts.settings().timeZone);
      return { fileName: 'escalation-log.csv', text, entries: entries.length };
    }),
    rate: procedures.rate.handler(({ input }) => rateOf(core, toInstant(input.from), toInstant(input.to))),
    trees: procedures.trees.handler(() => ({ trees: readTrees(core.db), examples: [...exampleTrees] })),
    treeSave: procedures.treeSave.handler(({ input }) => saveTree(core, input)),
    treeRemove: procedures.treeRemove.handler(({ input }) => removeTree(core, input.id)),
    walk: procedures.walk.handler(({ input }) => walk(core, input)),
  };
  return together(own, incidents(core));
}

function incidents(core: Core) {
  const { escalation: procedures } = os;
  return {
    incidents: procedures.incidents.handler(({ input }) => ({
      incidents: readIncidents(core.db, input.running, input.limit),
    })),
    incident: procedures.incident.handler(({ input }) => readIncident(core.db, input.id)),
    declare: procedures.declare.handler(({ input }) => declare(core, input)),
    timeline: procedures.timeline.handler(({ input }) => addToTimeline(core, input.id, input.text)),
    link: procedures.link.handler(({ input }) => link(core, input.id, input.ticketIds)),
    unlink: procedures.unlink.handler(({ input }) => unlink(core, input.id, input.ticketIds)),
    suggest: procedures.suggest.handler(({ input }) => ({ tickets: suggestFor(core, input.id, input.hours) })),
    updateAll: procedures.updateAll.handler(({ input }) => updateAll(core, input.id, input.body)),
    close: procedures.close.handler(({ input }) => close(core, input)),
    review: procedures.review.handler(({ input }) => keepReview(core, input)),
    scenarios: procedures.scenarios.handler(() => ({
      scenarios: scenarios.map(({ key, name, about, tickets }) => ({ key, name, about, tickets: tickets.length })),
    })),
    drillStart: procedures.drillStart.handler(({ input }) => startDrill(core, input.scenario)),
    drillEnd: procedures.drillEnd.handler(({ input }) => endDrill(core, input.id)),
    drillRemove: procedures.drillRemove.handler(({ input }) => removeDrill(core, input.id)),
  };
}
