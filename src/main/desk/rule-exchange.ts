import { ruleFileSchema, type Rule } from '../../contract/automation.ts';
import { Fault } from '../../domain/fault.ts';
import { mapRuleNames, type NameMap } from '../../domain/automation/rule-names.ts';
import type { Core } from './core.ts';
import { refuseUnknown } from './read-input.ts';
import { validRule, writeRule } from './rule-save.ts';

type Named = readonly { readonly id: string; readonly name: string }[];

/** All rules as JSON; queues and people by name, by id only where two have one name. SPEC AUT-30. */
export function exportRules(core: Core): string {
  const { people, queues } = core.facts.context();
  const nameIn =
    (list: Named): NameMap =>
    (id) => {
      const name = list.find((each) => each.id === id)?.name;
      return name === undefined || list.filter((each) => same(each.name, name)).length > 1 ? id : name;
    };
  const names = { queue: nameIn(queues), person: nameIn(people) };
  const rules = core.rules.list().map((rule) => mapRuleNames(rule, names, ''));
  return `${JSON.stringify({ foredesk: 'rules', version: 1, rules }, null, 2)}\n`;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function readFile(core: Core, json: string): Rule[] {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw new Fault('INVALID', 'This is not JSON. Choose a file that was exported here.', { field: 'json' });
  }
  // What is of another kind altogether is told so, before any key of it is looked at.
  const parsed = ruleFileSchema.safeParse(given);
  if (!parsed.success)
    throw new Fault('INVALID', 'This is JSON, but not rules of Foredesk (version 1). Choose a file exported here.', {
      field: ['json', ...(parsed.error.issues[0]?.path ?? [])].join('.'),
    });
  refuseUnknown(ruleFileSchema, given);
  const { people, queues } = core.facts.context();
  const names = { queue: idIn('queue', queues), person: idIn('person', people) };
  const rules = parsed.data.rules.map((rule, index) => {
    const path = `rules.${index}`;
    if (typeof rule !== 'object' || rule === null) throw new Fault('INVALID', `“${path}” is no rule.`, { field: path });
    const mapped = mapRuleNames(rule, names, path);
    // One written by hand has no id: it is known again by its kind and name.
    const known = core.rules.list().find(({ kind, name }) => kind === mapped.kind && name === mapped.name);
    return validRule(core, mapped.id === undefined && known ? { ...mapped, id: known.id } : mapped, path);
  });
  const twice = rules.findIndex(({ id }, index) => rules.findIndex((each) => each.id === id) !== index);
  if (twice !== -1)
    throw new Fault('INVALID', `“rules.${twice}” has the id of another rule in this file.`, {
      field: `rules.${twice}.id`,
    });
  return rules;
}

const idIn =
  (what: 'queue' | 'person', list: Named): NameMap =>
  (text, path) => {
    const found = list.filter(({ id, name }) => id === text || same(name, text));
    const [first] = found;
    if (first !== undefined && found.length === 1) return first.id;
    const why =
      first === undefined
        ? `There is no ${what} “${text}” on this desk. Make it first.`
        : `There are several called “${text}”.`;
    throw new Fault('INVALID', why, { field: path });
  };

/** Takes rules in, all or none; known ids are changed, the same are left alone. SPEC AUT-31. */
export function importRules(core: Core, json: string, dryRun: boolean) {
  const rules = readFile(core, json);
  const known = new Map(core.rules.list().map((rule) => [rule.id, rule]));
  const other = rules.findIndex(({ id, kind }) => (known.get(id)?.kind ?? kind) !== kind);
  if (other !== -1)
    throw new Fault('INVALID', 'A rule of another kind has this id here.', { field: `rules.${other}.kind` });
  const added = rules.filter(({ id }) => !known.has(id));
  const moved = rules.filter(
    (rule) => known.has(rule.id) && JSON.stringify(known.get(rule.id)) !== JSON.stringify(rule),
  );
  const work = [...added, ...moved];
  const { changeSet } =
    dryRun || work.length === 0
      ? { changeSet: null }
      : core.write({ name: 'automation.importJson', label: `Imported ${work.length} rules` }, (write) => {
          for (const rule of work) writeRule(core, write, rule);
        });
  return {
    added: added.length,
    changed: moved.length,
    same: rules.length - work.length,
    names: work.map(({ name }) => name),
    changeSet,
  };
}
