import type { RouteRule } from '../../contract/automation.ts';
import { routeTicket } from '../../domain/automation/route.ts';
import { Fault } from '../../domain/fault.ts';
import { readCandidates, takeTurn } from '../store/routing.ts';
import { countRuns, readRun, readRuns } from '../store/rules.ts';
import { applyMacro, previewMacro } from './macros.ts';
import type { Core } from './core.ts';
import { os } from './router-base.ts';
import { exportRules, importRules } from './rule-exchange.ts';
import { orderRules, removeRule, saveRule } from './rule-save.ts';
import { factsOf } from './rule-work.ts';
import { simulateRules } from './simulate-rules.ts';
import { runTimed } from './timed-rules.ts';
import { applyPatch, atDesk, instantFor, ticketState } from './ticket-write.ts';
import { breathe } from './breathe.ts';

function listRules(core: Core, kind: string | undefined) {
  const counts = countRuns(core.db);
  return core.rules
    .list()
    .filter((rule) => kind === undefined || rule.kind === kind)
    .map((rule) => {
      const { runs, lastRunAt } = counts.get(rule.id) ?? { runs: 0, lastRunAt: null };
      return { rule, runs, minutesSaved: runs * rule.minutesSaved, lastRunAt };
    });
}

function undoRun(core: Core, id: string) {
  const found = readRun(core.db, id);
  if (found === undefined) throw new Fault('NOT_FOUND', 'That run is not in the log of this desk.');
  if (found.changeSet === null) throw new Fault('CONFLICT', 'That run changed nothing: there is nothing to undo.');
  const done = core.log.undo(core.actor(), found.changeSet);
  core.announce(done.touched);
  return { changed: done.touched.tickets.size, label: done.label, changeSet: done.changeSet };
}

/** All that is due now, in pieces that let others in between. */
async function runAllTimed(core: Core) {
  const tickets = new Set<number>();
  let runs = 0;
  for (let more = true; more;) {
    const work = runTimed(core);
    work.tickets.forEach((id) => tickets.add(id));
    runs += work.runs;
    more = work.more;
    if (more) await breathe();
  }
  return { runs, tickets: tickets.size };
}

const anybody: RouteRule = { type: 'route', by: 'leastLoaded', skills: [], language: true, among: [] };

/** Who would get a ticket and why; given to them where asked for. SPEC AUT-20. */
function route(core: Core, ticketId: string, given: RouteRule | undefined, assign: boolean) {
  const ticket = ticketState(core, ticketId);
  const facts = factsOf(core, ticket.id);
  const choice = routeTicket(given ?? anybody, facts, readCandidates(core.db, core.ports.now()));
  const { personId } = choice;
  if (!assign || personId === null) return { ...choice, changeSet: null };
  const name = choice.considered.find((each) => each.personId === personId)?.name ?? '';
  const { changeSet } = core.write({ name: 'automation.route', label: `Routed #${ticket.id} to ${name}` }, (write) => {
    const at = instantFor(core, ticket);
    applyPatch(core, write, ticket, { assigneeId: personId }, { at, by: atDesk(core) });
    takeTurn(core.db, personId);
  });
  return { ...choice, changeSet };
}

export function automation(core: Core) {
  const { automation: procedures } = os;
  return {
    list: procedures.list.handler(({ input }) => ({ rules: listRules(core, input.kind) })),
    save: procedures.save.handler(({ input }) => saveRule(core, input.rule)),
    remove: procedures.remove.handler(({ input }) => removeRule(core, input.id)),
    order: procedures.order.handler(({ input }) => orderRules(core, input.kind, input.ids)),
    apply: procedures.apply.handler(({ input }) => applyMacro(core, input.id, input.ticketIds)),
    preview: procedures.preview.handler(({ input }) => previewMacro(core, input.id, input.ticketId)),
    runs: procedures.runs.handler(({ input }) => ({ runs: readRuns(core.db, input, input.limit) })),
    undoRun: procedures.undoRun.handler(({ input }) => undoRun(core, input.id)),
    runTimed: procedures.runTimed.handler(() => runAllTimed(core)),
    route: procedures.route.handler(({ input }) => route(core, input.ticketId, input.route, input.assign)),
    simulate: procedures.simulate.handler(({ input }) => simulateRules(core, input)),
    exportJson: procedures.exportJson.handler(() => ({ json: exportRules(core) })),
    importJson: procedures.importJson.handler(({ input }) => importRules(core, input.json, input.dryRun)),
  };
}
