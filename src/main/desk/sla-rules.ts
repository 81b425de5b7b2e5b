import type { Calendar, Policy } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { checkOpens, checkPolicy } from '../../domain/sla/check-policy.ts';
import { newest, type Version } from '../../domain/sla/timeline.ts';
import type { Committed } from '../store/change-log.ts';
import { row } from '../store/db.ts';
import type { Writer } from '../store/writer.ts';
import type { Core } from './core.ts';
import { isPending, pendingTickets } from './recount.ts';

export type Effective = 'now' | 'always';
export type RulesSaved = { readonly recounted: number; readonly changeSet: string | null };

/** JSON with the keys of every object in order: what was parsed and what was given list them each in their own. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b);

type Kind = 'policy' | 'calendar';

/** Appends a version of a policy or calendar, the next in number; gives that number. SPEC SLA-42. */
function appendVersion<Body>(
  core: Core,
  write: Writer,
  { kind, key, body, effective }: { kind: Kind; key: string; body: Body; effective: Effective },
  versions: readonly Version<Body>[],
): number {
  const now = core.ports.now();
  const last = newest(versions);
  const version = (last?.version ?? 0) + 1;
  write.insert(`${kind}_version`, `${key}/${version}`, {
    [kind]: key,
    version,
    // The first has no other before it. A clock that was set back does not put a version before its predecessor.
    from_at: effective === 'always' || last === undefined ? null : Math.max(now, last.from ?? now),
    body: JSON.stringify(body),
    saved_at: now,
    actor: core.actor(),
  });
  return version;
}

/** Whether a save would say nothing new. */
const isAsItIs = <Body>(versions: readonly Version<Body>[], body: Body, effective: Effective): boolean => {
  const last = newest(versions);
  return last !== undefined && same(last.body, body) && (effective === 'now' || last.from === null);
};

/** Goes on in the background where one commit could not carry all tickets. SPEC SLA-43. */
function saved(core: Core, { touched, changeSet }: Committed<unknown>): RulesSaved {
  if (!isPending(core.db)) return { recounted: touched.tickets.size, changeSet };
  const recounted = pendingTickets(core.db);
  void core.recount.finish();
  return { recounted, changeSet };
}

const unchanged: RulesSaved = { recounted: 0, changeSet: null };

const titleOf = (policy: Policy): string => `Policy “${policy.name ?? ''}”`;

/** A new policy, before the last, or a new version of the one with its id. Faults as `checkPolicy`. SPEC SLA-44. */
export function savePolicy(
  core: Core,
  { policy: given, effective }: { readonly policy: Policy; readonly effective: Effective },
): RulesSaved & { readonly id: string; readonly version: number } {
  const { policies, calendars } = core.sla.rules();
  const index = given.id === undefined ? -1 : policies.findIndex(({ id }) => id === given.id);
  if (given.id !== undefined && index === -1)
    throw new Fault('NOT_FOUND', 'That policy is not on this desk any more.', { field: 'policy.id' });
  const isLast = index === policies.length - 1;
  const names = policies.filter((_, i) => i !== index).map(({ name }) => name ?? '');
  checkPolicy(given, { calendars, isLast, names, now: core.ports.now() });
  const id = given.id ?? uuidText(core.newId(core.ports.now()));
  const { match, ...rest } = given;
  const policy: Policy = { ...rest, ...(isLast || match === undefined ? {} : { match }), id, name: given.name?.trim() };
  const versions = core.sla.timeline().policies[id] ?? [];
  if (isAsItIs(versions, policy, effective)) return { ...unchanged, id, version: newest(versions)?.version ?? 1 };
  const done = core.write({ name: 'sla.policySave', label: titleOf(policy) }, (write) => {
    if (index === -1) insertBeforeLast(core, write, id, policy);
    else write.update('policy', id, { body: JSON.stringify(policy) });
    return appendVersion(core, write, { kind: 'policy', key: id, body: policy, effective }, versions);
  });
  return { ...saved(core, done), id, version: done.result };
}

const lastText = 'SELECT key, position FROM policy ORDER BY position DESC LIMIT 1';

function insertBeforeLast(core: Core, write: Writer, id: string, policy: Policy): void {
  const last = row<{ key: string; position: number }>(core.db, lastText);
  const position = last?.position ?? 0;
  if (last !== undefined) write.update('policy', last.key, { position: position + 1 });
  write.insert('policy', id, { position, body: JSON.stringify(policy) });
}

/** Takes a policy away; what was counted under it stays as it was. */
export function removePolicy(core: Core, id: string): RulesSaved {
  const { policies } = core.sla.rules();
  const policy = policies.find((each) => each.id === id);
  if (policy === undefined) throw new Fault('NOT_FOUND', 'That policy is not on this desk any more.');
  if (policy === policies.at(-1))
    throw new Fault(
      'CONFLICT',
      'The last policy is for every ticket that no other takes. It stays; change it instead.',
    );
  const done = core.write({ name: 'sla.policyRemove', label: `${titleOf(policy)} removed` }, (write) => {
    write.remove('policy', id);
  });
  return saved(core, done);
}

/** Puts the policies into another order: every id once, the one for all last. */
export function orderPolicies(core: Core, ids: readonly string[]): RulesSaved {
  const now = core.sla.rules().policies.map(({ id }) => id ?? '');
  if (!same([...ids].sort(), [...now].sort()))
    throw new Fault('INVALID', 'Name every policy of the desk once.', { field: 'ids' });
  if (ids.at(-1) !== now.at(-1))
    throw new Fault('INVALID', 'The policy for all tickets stays last: what comes after it would never be asked.', {
      field: 'ids',
    });
  const done = core.write({ name: 'sla.policyOrder', label: 'Order of policies' }, (write) => {
    ids.forEach((id, position) => write.update('policy', id, { position }));
  });
  return done.changeSet === null ? unchanged : saved(core, done);
}

type CalendarSave = {
  readonly key: string;
  readonly body: Calendar;
  readonly effective: Effective;
  readonly label: string;
};

/**
 * A new calendar, or a new version of the one there is. The body is kept as given: what more a calendar must be is for
 * the caller to check. Faults INVALID where it is wrong or has no open hours. SPEC SLA-42.
 */
export function keepCalendar(
  core: Core,
  { key, body, effective, label }: CalendarSave,
): RulesSaved & { readonly version: number } {
  checkOpens(body, key, core.ports.now());
  const versions = core.sla.timeline().calendars[key] ?? [];
  const isHere = Object.hasOwn(core.sla.rules().calendars, key);
  if (isHere && isAsItIs(versions, body, effective)) return { ...unchanged, version: newest(versions)?.version ?? 1 };
  const done = core.write({ name: 'calendar.save', label }, (write) =>
    writeCalendar(core, write, key, body, effective),
  );
  return { ...saved(core, done), version: done.result };
}

/** As `keepCalendar`, as a part of another command. Gives the number of the version. */
export function writeCalendar(core: Core, write: Writer, key: string, body: Calendar, effective: Effective): number {
  const versions = core.sla.timeline().calendars[key] ?? [];
  const text = JSON.stringify(body);
  if (row(core.db, 'SELECT 1 FROM calendar WHERE key = ?', key) === undefined)
    write.insert('calendar', key, { body: text });
  else write.update('calendar', key, { body: text });
  return appendVersion(core, write, { kind: 'calendar', key, body, effective }, versions);
}

/** Takes a calendar away that no policy uses; what was counted by it stays as it was. Faults CONFLICT naming its users. */
export function dropCalendar(core: Core, key: string, label: string): RulesSaved {
  const users = core.sla
    .rules()
    .policies.filter(({ calendar }) => calendar === key)
    .map(({ name }) => `“${name ?? ''}”`);
  if (users.length > 0)
    throw new Fault(
      'CONFLICT',
      `${users.join(', ')} count${users.length === 1 ? 's' : ''} by it. Give it another calendar first.`,
    );
  const done = core.write({ name: 'calendar.remove', label }, (write) => {
    write.remove('calendar', key);
  });
  return saved(core, done);
}

/** What a new desk promises and counts by, since ever. SPEC SLA-24. */
export function seedRules(
  write: Writer,
  now: number,
  policy: Policy,
  calendars: Readonly<Record<string, Calendar>>,
): void {
  const first = (kind: Kind, key: string, body: Policy | Calendar): void => {
    const text = JSON.stringify(body);
    const version = { version: 1, from_at: null, body: text, saved_at: now, actor: 'Foredesk' };
    write.insert(kind, key, { ...(kind === 'policy' ? { position: 0 } : {}), body: text });
    write.insert(`${kind}_version`, `${key}/1`, { [kind]: key, ...version });
  };
  first('policy', policy.id ?? 'default', policy);
  for (const [key, calendar] of Object.entries(calendars)) first('calendar', key, calendar);
}
