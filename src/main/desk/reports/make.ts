import type { InstantIn, ReportKey } from '../../../contract/index.ts';
import { earliest, latest } from '../../../domain/calendar/compile.ts';
import { instantIn } from '../../../domain/calendar/instant.ts';
import { Fault } from '../../../domain/fault.ts';
import { periodWords } from '../../../domain/reports/words.ts';
import type { Core } from '../core.ts';
import { mustLead } from '../viewer.ts';
import type { Built } from './ask.ts';
import { makeContent, type ContentPorts } from './content.ts';
import { mustReport } from './definitions.ts';
import { keepIssue } from './issues.ts';

export type Asked = {
  readonly report: ReportKey | Omit<Built, 'time'>;
  readonly at?: InstantIn | undefined;
};

function atOf(core: Core, at: InstantIn | undefined): number {
  if (at === undefined) return core.ports.now();
  const ms = instantIn(at, 'at');
  // As far as calendars reach (SPEC CAL-14): a zone would learn each change of its clocks up to any later year.
  if (ms < earliest || ms > latest)
    throw new Fault('INVALID', 'Reports reach from 1900 to 2199. Give an instant in between.', { field: 'at' });
  return ms;
}

const builtOf = (core: Core, report: Asked['report']): Built =>
  typeof report === 'string' ? mustReport(core.db, report) : { ...report, time: null };

/** What an issue would say; nothing is kept. */
export function preview(ports: ContentPorts, { report, at }: Asked) {
  mustLead(ports.core);
  return makeContent(ports, { built: builtOf(ports.core, report), at: atOf(ports.core, at) });
}

/** Makes an issue by hand, and keeps it. */
export async function make(ports: ContentPorts, key: ReportKey, at: InstantIn | undefined) {
  const { core } = ports;
  mustLead(core);
  const content = await makeContent(ports, { built: mustReport(core.db, key), at: atOf(core, at) });
  const label = `${content.title}, ${periodWords(content.period)}`;
  const { result, changeSet } = core.write({ name: 'reports.make', label }, (write) =>
    keepIssue(core, write, { key, dueAt: null, content }),
  );
  return { changed: 1, label, changeSet, issueId: result };
}
