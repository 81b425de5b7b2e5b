import type { ReportFormat, ReportKey } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { codeOf, sayError } from '../../app/errors.ts';
import { fromBase64, saveFile } from '../../app/save-file.ts';
import { whileSaving } from '../../app/saving.ts';
import { say } from '../../app/toasts.tsx';
import { client, orpc, queryClient } from '../../client/client.ts';
import { useBoard } from '../../tickets/board-store.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { openIssue, setReports, showIssue, typeComment, useReports } from '../reports-store.ts';

/** Of which an issue is being made. */
const making = new Set<ReportKey>();

/** Makes an issue beside those that are due, and shows it. */
export async function makeIssue(key: ReportKey): Promise<void> {
  if (making.has(key)) return;
  making.add(key);
  const { tab } = useReports.getState();
  const done = await command(client.reports.make({ key })).finally(() => making.delete(key));
  if (done === null) return;
  // Who went on to something else meanwhile is not taken from it: what was made is said, with the way to it.
  const isElsewhere = useReports.getState().tab !== tab || document.activeElement?.matches('input, textarea') === true;
  if (isElsewhere) {
    say({ title: rw.news.made(done.label), action: { label: rw.news.open, run: () => openIssue(done.issueId) } });
    return;
  }
  // The list has it before the cursor goes there.
  await queryClient.invalidateQueries({ queryKey: orpc.reports.issues.key() });
  showIssue(done.issueId);
  // The button that asked has the focus back by now; the keys go on in the list.
  requestAnimationFrame(() => useBoard.getState().handle?.focus());
}

/** Saves an issue as a file; the draft of a mail is one too. */
export async function saveIssue(issueId: string, format: ReportFormat): Promise<void> {
  try {
    const { fileName, type, base64 } = await whileSaving(client.reports.issueFile({ issueId, format }));
    saveFile(fileName, fromBase64(base64), type);
    say({ title: rw.issues.saved(fileName) });
  } catch (error) {
    sayError(error);
  }
}

/** Says that an issue was given out. Where it was already, the issue asks whether it was again. */
export async function markSent(issueId: string, again: boolean): Promise<void> {
  const work = client.reports.sent({ issueId, again });
  const refusal = await work.then(
    () => null,
    (error: unknown) => error,
  );
  const isTwice = !again && codeOf(refusal) === 'CONFLICT';
  setReports({ sentBefore: isTwice ? issueId : null });
  if (!isTwice) await command(work);
}

export const removeIssue = (issueId: string): void => void command(client.reports.issueRemove({ issueId }));

/** Says something of an issue; what was typed stays until it is kept. */
export async function sendComment(issueId: string, text: string): Promise<void> {
  if (text.trim() === '') return;
  const done = await command(client.reports.comment({ issueId, text: text.trim() }));
  if (done !== null) typeComment(issueId, '');
}

export const removeComment = (id: string): void => void command(client.reports.commentRemove({ id }));
