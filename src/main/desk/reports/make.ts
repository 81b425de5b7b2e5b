import type { InstantIn, ReportKey } from '../../../contract/index.ts';
import { instantIn } from '../../../domain/calendar/instant.ts';
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

const atOf = (core: Core, at: InstantIn | undefined): number =>
  at === undefined ? core.ports.now() : instantIn(at, 'at');

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
