import type { Done } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { row } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { personRow } from '../person.ts';
import { mustLead } from '../viewer.ts';
import { mustIssue } from './issues.ts';

/** Says something of an issue, beside what it says. */
export function comment(core: Core, issueId: string, text: string): Done & { id: string } {
  mustLead(core);
  const { id: issue, title } = mustIssue(core, issueId);
  const now = core.ports.now();
  const uid = core.newId(now);
  const by = personRow(core, core.facts.settings().me);
  const label = `Comment on “${title}”`;
  const { changeSet } = core.write({ name: 'reports.comment', label }, (write) => {
    write.insert('report_comment', uid, { issue_id: issue, by_id: by, at: now, text });
  });
  return { changed: 1, label, changeSet, id: uuidText(uid) };
}

export function removeComment(core: Core, id: string): Done {
  mustLead(core);
  if (row(core.db, 'SELECT 1 FROM report_comment WHERE uid = ?', uuidBytes(id)) === undefined)
    throw new Fault('NOT_FOUND', 'That comment is not here any more.');
  const label = 'Comment taken away';
  const { changeSet } = core.write({ name: 'reports.commentRemove', label }, (write) => {
    write.remove('report_comment', uuidBytes(id));
  });
  return { changed: 1, label, changeSet };
}
