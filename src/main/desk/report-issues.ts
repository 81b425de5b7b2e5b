import type { ReportContent, ReportFormat } from '../../contract/index.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { isBuiltIn } from '../../domain/reports/built-in.ts';
import { row } from '../store/db.ts';
import type { Core } from './core.ts';
import type { FigureKeeper } from './metrics/keeper.ts';
import { comment, removeComment } from './reports/comments.ts';
import { mustReport, readDefinitions, removeReport, saveReport, type Definition } from './reports/definitions.ts';
import { contentFile } from './reports/files.ts';
import { contentOf, issue, issues, lastIssue, markSent, mustIssue, removeIssue } from './reports/issues.ts';
import { doneItem, items, removeItem, saveItem } from './reports/items.ts';
import { make, preview } from './reports/make.ts';
import { nextOf } from './reports/missed.ts';
import type { ReportScheduler } from './reports/scheduler.ts';
import { deskDays } from './reports/workdays.ts';
import { os } from './router-base.ts';
import { mustLead } from './viewer.ts';

function list(core: Core, scheduler: ReportScheduler) {
  mustLead(core);
  const days = deskDays(core);
  const shown = (definition: Definition) => {
    const { since: _, ...report } = definition;
    const last = lastIssue(core, report.key);
    return {
      ...report,
      builtIn: isBuiltIn(report.key),
      nextAt: nextOf(core, definition, days),
      last: last === null ? null : { issueId: uuidText(last.uid), madeAt: last.made_at },
      failed: scheduler.failed(definition),
    };
  };
  return { reports: readDefinitions(core.db).map(shown) };
}

/** Who sits here, where their address is known. */
function fromOf(core: Core): string | null {
  const { me } = core.facts.settings();
  if (me === null) return null;
  return row<{ email: string | null }>(core.db, 'SELECT email FROM person WHERE uid = ?', uuidBytes(me))?.email ?? null;
}

const fileOf = (core: Core, content: ReportContent, format: ReportFormat, recipients: readonly string[]) =>
  contentFile(content, format, { from: fromOf(core), recipients });

/** Those to whom a report goes; nobody where it was taken away since. */
const recipientsOf = (core: Core, key: string): readonly string[] =>
  readDefinitions(core.db).find((each) => each.key === key)?.recipients ?? [];

function issueFile(core: Core, id: string, format: ReportFormat) {
  mustLead(core);
  const record = mustIssue(core, id);
  return fileOf(core, contentOf(core, record), format, recipientsOf(core, record.report));
}

/** Reports, their issues and what is to be done. */
export const reportIssues = (core: Core, keeper: FigureKeeper, scheduler: ReportScheduler) => {
  const ports = { core, keeper };
  return {
    list: os.reports.list.handler(() => list(core, scheduler)),
    save: os.reports.save.handler(({ input }) => saveReport(core, input)),
    remove: os.reports.remove.handler(({ input }) => removeReport(core, input.key)),
    preview: os.reports.preview.handler(({ input }) => preview(ports, input)),
    previewFile: os.reports.previewFile.handler(async ({ input }) => {
      const content = await preview(ports, input);
      const recipients = typeof input.report === 'string' ? mustReport(core.db, input.report).recipients : [];
      return fileOf(core, content, input.format, recipients);
    }),
    make: os.reports.make.handler(({ input }) => make(ports, input.key, input.at)),
    issues: os.reports.issues.handler(({ input }) => issues(core, input)),
    issue: os.reports.issue.handler(({ input }) => issue(core, input.issueId)),
    issueFile: os.reports.issueFile.handler(({ input }) => issueFile(core, input.issueId, input.format)),
    issueRemove: os.reports.issueRemove.handler(({ input }) => removeIssue(core, input.issueId)),
    sent: os.reports.sent.handler(({ input }) => markSent(core, input.issueId, input.again)),
    comment: os.reports.comment.handler(({ input }) => comment(core, input.issueId, input.text)),
    commentRemove: os.reports.commentRemove.handler(({ input }) => removeComment(core, input.id)),
    items: os.reports.items.handler(({ input }) => items(core, input)),
    itemSave: os.reports.itemSave.handler(({ input }) => saveItem(core, input)),
    itemDone: os.reports.itemDone.handler(({ input }) => doneItem(core, input.id, input.done)),
    itemRemove: os.reports.itemRemove.handler(({ input }) => removeItem(core, input.id)),
  };
};
