import type { TriggerEvent } from '../../contract/automation.ts';
import { fireTriggers, type Deed, type FirePorts } from '../../domain/automation/fire.ts';
import { deedOfEvents, type Directory } from '../../domain/automation/record.ts';
import type { RuleFacts } from '../../domain/rules/facts.ts';
import { ruleActor, type ChangeLog, type Committed } from '../store/change-log.ts';
import { transaction } from '../store/db.ts';
import { eventsAfter, lastEventId } from '../store/rule-record.ts';
import { mergeTouched } from '../store/writer.ts';
import type { Core } from './core.ts';
import { byRule, carryOut, factsOf, failureWords, noteRun, planFor } from './rule-work.ts';
import { ticketById, type TicketState } from './ticket-write.ts';

/**
 * A log whose commands set the triggers off, in the same transaction: a kill leaves no command without its triggers.
 * What comes in bulk, and what undo and redo do, sets off nothing. SPEC AUT-10, AUT-13.
 */
export function triggeredLog(log: ChangeLog, core: () => Core): ChangeLog {
  return {
    ...log,
    undo(actor, uid) {
      core().rules.ran();
      return log.undo(actor, uid);
    },
    redo(actor) {
      core().rules.ran();
      return log.redo(actor);
    },
    commit(command, work) {
      if (command.batchId !== undefined || core().rules.triggers().length === 0) return log.commit(command, work);
      return transaction(core().db, () => {
        const last = lastEventId(core().db);
        const done = log.commit(command, work);
        if (done.changeSet !== null && done.touched.tickets.size > 0) runTriggers(core(), log, done, last);
        return done;
      });
    },
  };
}

function runTriggers(core: Core, log: ChangeLog, done: Committed<unknown>, lastEvent: number): void {
  const directory = directoryOf(core);
  for (const [ticketId, events] of eventsAfter(core.db, lastEvent)) {
    const deed = deedOfEvents(events, directory);
    const ticket = deed.events.length === 0 ? undefined : ticketById(core, ticketId);
    // A drill is practised by people: nothing acts on its tickets by itself. SPEC ESC-61.
    if (ticket?.drill === 0) fireOn(core, log, { done, ticket, deed });
  }
}

/** Ids by name, as the desk's lists have them now. */
function directoryOf(core: Core): Directory {
  const { people, queues } = core.facts.context();
  const person = new Map(people.map(({ id, name }) => [name, id]));
  const queue = new Map(queues.map(({ id, name }) => [name, id]));
  return { personId: (name) => person.get(name) ?? name, queueId: (name) => queue.get(name) ?? name };
}

type Work = { readonly done: Committed<unknown>; readonly ticket: TicketState; readonly deed: Deed };

function fireOn(core: Core, log: ChangeLog, { done, ticket, deed }: Work): void {
  let known: RuleFacts | undefined;
  const facts = (): RuleFacts => (known ??= factsOf(core, ticket.id));
  const ports: FirePorts = {
    now: core.ports.now(),
    facts,
    plan: (rule) => planFor(core, rule, ticket.id, facts()),
    apply(rule, plan, cause) {
      const command = {
        actor: ruleActor,
        name: 'automation.trigger',
        label: `Trigger “${rule.name}” on #${ticket.id}`,
        ...(done.changeSet !== null && { causedBy: done.changeSet }),
        noted: (setId: number) => noteRun(core, rule, { ticket, cause, words: plan.words, setId }),
      };
      const { touched } = log.commit(command, (write) => {
        carryOut(core, write, { rule, plan, ticket: ticketById(core, ticket.id) ?? ticket, by: byRule });
      });
      mergeTouched(done.touched, touched);
      known = undefined;
    },
    failed(rule, cause, error) {
      noteRun(core, rule, { ticket, cause, words: [failureWords(error)], outcome: 'failed' });
    },
    looped(rule, cause, others) {
      noteRun(core, rule, { ticket, cause, words: [loopWords(cause, others)], outcome: 'loop' });
    },
  };
  fireTriggers(core.rules.triggers(), deed, ports);
}

export const loopWords = (cause: TriggerEvent, others: readonly string[]): string =>
  `Held back: ${others.map((name) => `“${name}”`).join(', ')} would have set it off again (${cause}). A trigger acts on a ticket once for each command.`;
