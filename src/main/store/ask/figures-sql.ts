import { channelCodes, priorityCodes } from '../codes.ts';
import { dimCode, dims, type KeptDim } from '../kpi-facts.ts';
import { by, id, words, type ViewSql } from './sql-words.ts';

/** Keys of dimensions are text: of row ids and codes, of words, empty where there is none. */
const row = "CAST(nullif(k.key, '') AS INTEGER)";
const nameOf: Readonly<Partial<Record<KeptDim, string>>> = {
  queue: by('queue', 'name', row),
  channel: words(row, channelCodes),
  priority: words(row, priorityCodes),
  agent: by('person', 'name', row),
  category: "nullif(k.key, '')",
  hour: "substr('0' || k.key, -2)",
};
const name = `CASE k.dim ${Object.entries(nameOf)
  .map(([dim, text]) => `WHEN ${dimCode(dim as KeptDim)} THEN ${text}`)
  .join(' ')} END`;

type Clock = 'first' | 'next' | 'resolution';
type Told = 'n' | 'minutes' | 'target' | 'met';
const clock = <Name extends Clock>(of: Name) =>
  ({
    [`${of}_n`]: `k.${of}_n`,
    [`${of}_minutes`]: `k.${of}_sum`,
    [`${of}_target`]: `k.${of}_target`,
    [`${of}_met`]: `k.${of}_met`,
  }) as Readonly<Record<`${Name}_${Told}`, string>>;

export const figuresSql: ViewSql<'daily_figures'> = {
  tables: ['kpi_day', 'queue', 'person'],
  from: 'kpi_day k',
  columns: {
    day: "date(k.day * 86400, 'unixepoch')",
    dimension: words('k.dim', { words: dims }),
    name,
    person_id: id(`iif(k.dim = ${dimCode('agent')}, ${by('person', 'uid', row)}, NULL)`),
    created: 'k.created',
    ...clock('first'),
    ...clock('next'),
    solved: 'k.solved',
    ...clock('resolution'),
    sla_target: 'k.sla_target',
    sla_met: 'k.sla_met',
    rated: 'k.rated',
    good: 'k.good',
    escalated: 'k.escalated',
    reopened: 'k.reopened',
    handled: 'k.handle_n',
    handle_minutes: 'k.handle_sum',
    one_contact: 'k.one_contact',
  },
};
