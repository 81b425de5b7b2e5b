import { X } from 'lucide-react';
import type { RefObject } from 'react';
import { useNames, useZone } from '../../client/use-desk.ts';
import type { client } from '../../client/client.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { inputClass } from '../../ui/field.tsx';
import { exact, moment } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { typeComment, useReports } from '../reports-store.ts';
import { removeComment, sendComment } from './issue-actions.ts';

const w = rw.comments;
type Comment = Awaited<ReturnType<typeof client.reports.issue>>['comments'][number];

function One({ comment: { id, at, byId, text } }: { readonly comment: Comment }) {
  const { people } = useNames();
  const zone = useZone();
  const now = useMinute();
  const who = byId === null ? w.coordinator : (people.get(byId) ?? '…');
  return (
    <li className="flex items-start gap-2">
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap gap-x-2 text-small text-ink-2">
          <span className="font-semibold text-ink" dir="auto">
            {who}
          </span>
          <span className="tabular-nums" title={exact(at, zone)}>
            {moment(at, zone, now)}
          </span>
        </span>
        <span dir="auto" className="block break-words whitespace-pre-wrap">
          {text}
        </span>
      </span>
      <IconButton label={w.remove(who)} onClick={() => removeComment(id)}>
        <X size={13} aria-hidden />
      </IconButton>
    </li>
  );
}

type Props = {
  readonly issueId: string;
  readonly comments: readonly Comment[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
};

/** What was said of an issue, and a field to say more; what is typed stays on this machine until it is said. */
export function Comments({ issueId, comments, field }: Props) {
  const text = useReports((state) => state.comments[issueId] ?? '');
  return (
    <section aria-label={w.title} className="flex max-w-[720px] flex-col gap-2 border-t border-line pt-3 print:hidden">
      <h3 className="text-title font-bold">{w.title}</h3>
      {comments.length === 0 && <p className="text-ink-2">{w.none}</p>}
      {comments.length > 0 && (
        <ul className="flex flex-col gap-2">
          {comments.map((comment) => (
            <One key={comment.id} comment={comment} />
          ))}
        </ul>
      )}
      <form
        className="flex flex-col items-start gap-1"
        onSubmit={(event) => {
          event.preventDefault();
          void sendComment(issueId, text);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void sendComment(issueId, text);
        }}
      >
        <textarea
          ref={field}
          rows={2}
          dir="auto"
          maxLength={10_000}
          aria-label={w.field}
          placeholder={w.placeholder}
          value={text}
          onChange={(event) => typeComment(issueId, event.target.value)}
          className={`${inputClass} !h-auto resize-y py-[6px]`}
        />
        <Button small type="submit" disabled={text.trim() === ''}>
          {w.send}
          <Kbd keys="mod+enter" />
        </Button>
      </form>
    </section>
  );
}
