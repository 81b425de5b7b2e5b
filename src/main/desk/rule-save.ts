import { ruleSchema, type Rule, type RuleKind } from '../../contract/automation.ts';
import type { Done } from '../../contract/tickets.ts';
import { checkRule, type KnownIds } from '../../domain/automation/check-rule.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { row } from '../store/db.ts';
import { nextPosition } from '../store/rules.ts';
import type { Writer } from '../store/writer.ts';
import type { Core } from './core.ts';
import { readInput } from './read-input.ts';

const kindWords = { macro: 'Macro', trigger: 'Trigger', timed: 'Timed automation' } as const;
export const nameOfRule = ({ kind, name }: Pick<Rule, 'kind' | 'name'>): string => `${kindWords[kind]} “${name}”`;

export function knownIds(core: Core): KnownIds {
  const { people, queues } = core.facts.context();
  return { people: new Set(people.map(({ id }) => id)), queues: new Set(queues.map(({ id }) => id)) };
}

/** A rule as it came in, whole and checked; one without an id is given one. Fault INVALID with the path. SPEC AUT-2. */
export function validRule(core: Core, given: Readonly<Record<string, unknown>>, path = 'rule'): Rule {
  const id = given.id ?? uuidText(core.newId(core.ports.now()));
  const read = readInput(ruleSchema, { ...given, id }, [path]);
  const rule = { ...read, id: uuidText(uuidBytes(read.id)) };
  checkRule(rule, knownIds(core), path);
  return rule;
}

export function ruleById(core: Core, id: string): Rule {
  const found = core.rules.list().find((rule) => rule.id === id.toLowerCase());
  if (found === undefined) throw new Fault('NOT_FOUND', 'That rule is not on this desk any more.');
  return found;
}

/** Writes a rule: a new one at the end of its kind, a known one where it stands. */
export function writeRule(core: Core, write: Writer, rule: Rule): void {
  const uid = uuidBytes(rule.id);
  const body = JSON.stringify(rule);
  if (row(core.db, 'SELECT 1 FROM rule WHERE uid = ?', uid) !== undefined) write.update('rule', uid, { body });
  else write.insert('rule', uid, { kind: rule.kind, position: nextPosition(core.db, rule.kind), body });
}

export function saveRule(
  core: Core,
  given: Readonly<Record<string, unknown>>,
): { rule: Rule; changeSet: string | null } {
  const rule = validRule(core, given);
  const before = core.rules.list().find(({ id }) => id === rule.id);
  if (before !== undefined && before.kind !== rule.kind)
    throw new Fault('INVALID', `A ${before.kind} cannot become a ${rule.kind}. Save it as a new rule.`, {
      field: 'rule.kind',
    });
  const { changeSet } = core.write({ name: 'automation.save', label: nameOfRule(rule) }, (write) => {
    writeRule(core, write, rule);
  });
  return { rule, changeSet };
}

export function removeRule(core: Core, id: string): Done {
  const rule = ruleById(core, id);
  const label = `Removed ${nameOfRule(rule)}`;
  const { changeSet } = core.write({ name: 'automation.remove', label }, (write) => {
    write.remove('rule', uuidBytes(rule.id));
  });
  return { changed: 1, label, changeSet };
}

export function orderRules(core: Core, kind: RuleKind, ids: readonly string[]): Done {
  const there = core.rules.list().filter((rule) => rule.kind === kind);
  const wanted = new Set(ids.map((id) => id.toLowerCase()));
  if (wanted.size !== ids.length || wanted.size !== there.length || there.some(({ id }) => !wanted.has(id)))
    throw new Fault(
      'CONFLICT',
      'The order has to name every rule of the kind once. The list has changed: look again.',
      {
        field: 'ids',
      },
    );
  const label = `Order of ${{ macro: 'macros', trigger: 'triggers', timed: 'timed automations' }[kind]}`;
  let changed = 0;
  const { changeSet } = core.write({ name: 'automation.order', label }, (write) => {
    [...wanted].forEach((id, index) => {
      if (write.update('rule', uuidBytes(id), { position: index + 1 })) changed += 1;
    });
  });
  return { changed, label, changeSet };
}
