import type { Report, ReportDefinition } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { say } from '../../app/toasts.tsx';
import { client } from '../../client/client.ts';
import { bw } from '../../strings/en-reports-built.ts';
import { setReports } from '../reports-store.ts';
import { dropDraft, keepDraft, leaveBuilder, openBuilder, setBuilder } from './builder-store.ts';
import { definitionOf, draftOf, problemsOf, type Draft, type DraftKey } from './draft.ts';

const definition = (report: ReportDefinition): ReportDefinition => definitionOf(draftOf(report));

export const togglePause = (report: Report): void =>
  void command(client.reports.save({ ...definition(report), key: report.key, paused: !report.paused }));

/** An own one is taken away, one of the four goes back to how it came. */
export const removeReport = ({ key }: Report): void => void command(client.reports.remove({ key }));

/** A new report that begins as this one is. */
export function copyReport(report: Report): void {
  keepDraft('new', { ...draftOf(report), title: bw.builder.copyOf(report.title), every: 'hand', paused: false });
  openBuilder('new');
}

/** Saves what is typed; false where something is wrong with it, which is then said at its field. */
export async function saveDraft(key: DraftKey, draft: Draft): Promise<boolean> {
  if (Object.keys(problemsOf(draft)).length > 0) {
    setBuilder({ told: true });
    return false;
  }
  const done = await command(client.reports.save({ ...definitionOf(draft), ...(key !== 'new' && { key }) }));
  if (done === null) return false;
  dropDraft(key);
  leaveBuilder();
  setReports({ reportKey: done.key });
  return true;
}

/** What is typed goes; it can be had back for as long as it is said. */
export function discardDraft(key: DraftKey, draft: Draft): void {
  dropDraft(key);
  leaveBuilder();
  say({
    title: bw.builder.discarded,
    action: {
      label: bw.builder.undo,
      run: () => {
        keepDraft(key, draft);
        openBuilder(key);
      },
    },
  });
}
