import { useQuery } from '@tanstack/react-query';
import { GitMerge, Phone, Plus, Send, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { LinkKind, RelatedTicket, Relations, Ticket } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { openTicket } from '../app/window-store.ts';
import { client, orpc } from '../client/client.ts';
import { useNames, useZone } from '../client/use-desk.ts';
import { r } from '../strings/en-relations.ts';
import { t } from '../strings/en.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { exact, moment } from '../ui/format.ts';
import { Avatar } from '../ui/marks.tsx';
import { Menu } from '../ui/menu.tsx';
import { useMinute } from '../ui/use-now.ts';
import { relationKeys, runRelation } from './actions.ts';
import { ask } from './relation-store.ts';

type Line = {
  readonly key: string;
  readonly what: string;
  readonly related: RelatedTicket;
  /** How it is unlinked; what happened once (a merge, a split) stays. */
  readonly kind: LinkKind | null;
};

function linesOf(found: Relations): readonly Line[] {
  const lines = (what: string, kind: LinkKind | null, rows: readonly RelatedTicket[]): Line[] =>
    rows.map((related) => ({ key: `${what} ${related.id}`, what, related, kind }));
  return [
    ...lines(r.section.parent, 'parent', found.parent === null ? [] : [found.parent]),
    ...lines(r.section.child, 'child', found.children),
    ...lines(r.section.duplicateOf, 'duplicateOf', found.duplicateOf),
    ...lines(r.section.duplicate, 'duplicateOf', found.duplicates),
    ...lines(r.section.related, 'related', found.related),
    ...lines(r.section.splitFrom, null, found.splitFrom),
    ...lines(r.section.splitInto, null, found.splitInto),
    ...lines(r.section.merged, null, found.merged),
  ];
}

function RelatedLine({ line, id }: { readonly line: Line; readonly id: string }) {
  const { people } = useNames();
  const { what, related, kind } = line;
  const owner = related.assigneeId === null ? null : (people.get(related.assigneeId) ?? '…');
  const done = related.status === 'solved' || related.status === 'closed';
  return (
    <li className="group/line flex h-[26px] items-center gap-2">
      <span className="w-[84px] shrink-0 truncate text-small text-ink-2">{what}</span>
      <button
        type="button"
        title={related.subject}
        aria-label={`${r.section.openTicket(related.number)} ${related.subject}`}
        onClick={() => openTicket(related.id)}
        className="flex min-w-0 flex-1 items-center gap-2 rounded-[4px] text-left hover:underline"
      >
        <span className="shrink-0 text-small text-ink-2 tabular-nums">#{related.number}</span>
        <span className={cx('truncate', done && 'text-ink-2')} dir="auto">
          {related.subject}
        </span>
      </button>
      <span className="shrink-0 text-small text-ink-2">{t.status[related.status]}</span>
      <span className="w-5 shrink-0" title={owner ?? t.panel.nobody}>
        {owner !== null && <Avatar name={owner} />}
      </span>
      {kind === null ? (
        <span className="w-6 shrink-0" />
      ) : (
        <IconButton
          label={r.section.remove(what, related.number)}
          onClick={() => void command(client.tickets.unlink({ id, kind, to: related.id }))}
        >
          <X size={13} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}

type PromiseProps = {
  readonly icon: ReactNode;
  readonly what: string;
  readonly words: string;
  readonly at: number;
  readonly state: string;
  readonly late: boolean;
  readonly why?: string | undefined;
  readonly onOpen?: (() => void) | undefined;
};

function PromiseLine({ icon, what, words, at, state, late, why, onOpen }: PromiseProps) {
  const zone = useZone();
  const now = useMinute();
  return (
    <li className="flex h-[26px] items-center gap-2" title={why}>
      <span className="flex w-[84px] shrink-0 items-center gap-1 truncate text-small text-ink-2">
        {icon}
        {what}
      </span>
      {onOpen === undefined ? (
        <span className="min-w-0 flex-1 truncate text-ink-2" dir="auto">
          {words}
        </span>
      ) : (
        <button
          type="button"
          onClick={onOpen}
          className="min-w-0 flex-1 truncate rounded-[4px] text-left hover:underline"
        >
          {words}
        </button>
      )}
      <time className="shrink-0 text-small text-ink-2 tabular-nums" title={exact(at, zone)}>
        {moment(at, zone, now)}
      </time>
      <span className={cx('shrink-0 text-small', late ? 'font-semibold text-late' : 'text-ink-2')}>{state}</span>
    </li>
  );
}

function Promises({ found }: { readonly found: Relations }) {
  const { people } = useNames();
  return (
    <>
      {found.callbacks.map((row) => {
        const worst = row.flags[0];
        const owner = row.ownerId === null ? r.list.nobody : (people.get(row.ownerId) ?? '…');
        return (
          <PromiseLine
            key={row.id}
            icon={<Phone size={12} aria-hidden />}
            what={r.section.callback}
            words={`${row.phone} · ${owner}`}
            at={row.promisedAt}
            state={worst === undefined ? r.callbackState[row.state] : r.flag[worst.kind].toLowerCase()}
            late={worst?.kind === 'overdue'}
            why={worst?.reason ?? row.result ?? undefined}
            onOpen={row.state === 'open' ? () => ask({ kind: 'endCallback', step: 'done', row }) : undefined}
          />
        );
      })}
      {found.dispatches.map((row) => (
        <PromiseLine
          key={row.id}
          icon={<Send size={12} aria-hidden />}
          what={r.section.dispatch}
          words={row.name}
          at={row.dueAt}
          state={row.overdue ? r.list.late : r.dispatchState[row.state]}
          late={row.overdue}
          why={row.result ?? row.note}
          onOpen={row.state === 'open' ? () => ask({ kind: 'endDispatch', step: 'done', row }) : undefined}
        />
      ))}
    </>
  );
}

/** Where a merged ticket went: nothing more happens here. */
function MergedBanner({ into }: { readonly into: RelatedTicket }) {
  return (
    <div role="note" className="flex items-center gap-2 bg-paused-soft px-4 py-[6px] text-small">
      <GitMerge size={14} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 truncate" dir="auto">
        {r.section.mergedInto(into.number, into.subject)}
      </span>
      <Button small onClick={() => openTicket(into.id)}>
        {r.section.goThere}
      </Button>
    </div>
  );
}

function ChildrenBanner({ id, open }: { readonly id: string; readonly open: number }) {
  return (
    <div role="note" className="flex items-center gap-2 bg-risk-soft px-4 py-[6px] text-small">
      <span className="min-w-0 flex-1">{r.section.childrenOpen(open)}</span>
      <Button small onClick={() => void command(client.tickets.solveChildren({ id }))}>
        {r.section.solveThem}
      </Button>
    </div>
  );
}

const shownFirst = 5;

/** What a ticket has to do with others, and what was promised and handed on for it. */
export function RelatedSection({ ticket }: { readonly ticket: Ticket }) {
  const { data } = useQuery(orpc.tickets.relations.queryOptions({ input: { id: ticket.id } }));
  const [whole, setWhole] = useState(false);
  // As high as it mostly is: what stands below does not jump when it comes.
  if (data === undefined) return <div className="h-[37px] shrink-0 border-b border-line" />;
  const lines = linesOf(data);
  const promises = data.callbacks.length + data.dispatches.length;
  const into = data.mergedInto.at(-1);
  const done = ticket.status === 'solved' || ticket.status === 'closed';
  const shown = whole ? lines : lines.slice(0, shownFirst);
  const items = relationKeys.map(({ name, label, keys }) => ({ label, keys, onPick: () => runRelation(name) }));
  return (
    <section aria-label={r.section.label} className="flex shrink-0 flex-col border-b border-line">
      {into !== undefined && <MergedBanner into={into} />}
      {done && data.openChildren > 0 && <ChildrenBanner id={ticket.id} open={data.openChildren} />}
      <div className="flex flex-col px-4 py-[5px]">
        <div className="flex h-[26px] items-center gap-2">
          <h3 className="text-small font-semibold">{r.section.title}</h3>
          <span className="flex-1 text-small text-ink-2 tabular-nums">
            {data.openChildren > 0 && r.section.open(data.openChildren)}
          </span>
          <Menu
            label={r.section.add}
            align="end"
            trigger={
              <Button small look="quiet" icon={<Plus size={13} aria-hidden />}>
                {r.section.add}
              </Button>
            }
            items={items}
          />
        </div>
        {lines.length + promises > 0 && (
          <ul className="flex max-h-[112px] flex-col overflow-y-auto">
            {shown.map((line) => (
              <RelatedLine key={line.key} line={line} id={ticket.id} />
            ))}
            <Promises found={data} />
          </ul>
        )}
        {lines.length > shownFirst && (
          <Button small look="quiet" className="self-start" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? r.section.fewer : r.section.more(lines.length - shownFirst)}
          </Button>
        )}
      </div>
    </section>
  );
}
