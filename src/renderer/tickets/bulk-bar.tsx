import { X } from 'lucide-react';
import type { TicketPatch } from '../../contract/index.ts';
import { runRelation } from '../relations/actions.ts';
import { r } from '../strings/en-relations.ts';
import { number, t } from '../strings/en.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { updateTickets } from './actions.ts';
import { setPicked, useBoard } from './board-store.ts';
import { usePicker } from './panel-chips.tsx';
import { PeoplePicker, PriorityPicker, QueuePicker, StatusPicker, WordPicker } from './pickers.tsx';
import { allPicked, asSelection, nothingPicked, pickedCount } from './selection.ts';

/** Changes all ticked tickets as one change set. They stay ticked: often a second change follows. */
function setAll(patch: TicketPatch): void {
  const { picked, filter } = useBoard.getState();
  const selection = asSelection(picked, filter);
  if (selection !== null) void updateTickets(selection, patch);
}

/** What floats over the board while tickets are ticked. */
export function BulkBar() {
  const picked = useBoard((state) => state.picked);
  const total = useBoard((state) => state.total);
  const opening = usePicker('bulk');
  const count = pickedCount(picked, total);
  if (count === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label={t.bulk.label}
      className="absolute bottom-4 left-1/2 z-20 flex w-max max-w-[calc(100%-24px)] -translate-x-1/2 flex-wrap items-center gap-1 rounded-lg border border-line-strong bg-surface py-[5px] pr-1 pl-3 shadow-float"
    >
      <span className="mr-1 font-semibold whitespace-nowrap tabular-nums" aria-live="polite">
        {t.bulk.selected(count)}
      </span>
      {count < total && (
        <Button small look="quiet" onClick={() => setPicked(allPicked)}>
          {t.bulk.all(total)} <Kbd keys="mod+a" />
        </Button>
      )}
      <span className="mx-1 h-4 border-l border-line-strong" />
      <StatusPicker
        trigger={<Bulk keys="s">{t.panel.status}</Bulk>}
        value={null}
        onPick={(status) => setAll({ status })}
        {...opening('status')}
      />
      <PeoplePicker
        trigger={<Bulk keys="a">{t.panel.owner}</Bulk>}
        chosen={[]}
        onToggle={({ value }) => setAll({ assigneeId: value })}
        {...opening('assignee')}
      />
      <QueuePicker
        trigger={<Bulk keys="q">{t.panel.queue}</Bulk>}
        chosen={[]}
        onToggle={({ value }) => setAll({ queueId: value })}
        {...opening('queue')}
      />
      <PriorityPicker
        trigger={<Bulk keys="p">{t.panel.priority}</Bulk>}
        value={null}
        onPick={(priority) => setAll({ priority })}
        {...opening('priority')}
      />
      <WordPicker
        operator="tag"
        label={t.panel.addTag}
        trigger={<Bulk keys="t">{t.panel.addTag}</Bulk>}
        chosen={[]}
        onToggle={({ value }) => value !== null && setAll({ addTags: [value] })}
        {...opening('tags')}
      />
      <Bulk keys="l m" className="max-[1100px]:hidden" onClick={() => runRelation('merge')}>
        {r.merge.bulk}
      </Bulk>
      <IconButton label={`${t.bulk.clear} (${number(count)})`} onClick={() => setPicked(nothingPicked)}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  );
}

type BulkProps = Parameters<typeof Button>[0] & { readonly keys: string };

function Bulk({ keys, children, ...rest }: BulkProps) {
  return (
    <Button small look="quiet" {...rest}>
      {children} <Kbd keys={keys} />
    </Button>
  );
}
