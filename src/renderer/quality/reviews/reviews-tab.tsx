import { ClipboardCheck, ListChecks } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReviewRow } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { say } from '../../app/toasts.tsx';
import { client } from '../../client/client.ts';
import { useInfo, usePeople } from '../../client/use-desk.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { firstMark, stageOf, useFirstFocus } from '../../app/use-focus.ts';
import { qw } from '../../strings/en-quality.ts';
import { Button } from '../../ui/button.tsx';
import { ComboPicker } from '../../ui/combo.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { InHeader } from '../header-slot.tsx';
import { openReview, setQuality, showTab, useQuality } from '../quality-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { SkipDialog } from '../workspace/skip-dialog.tsx';
import { FilterBar, setFilter } from './filter-bar.tsx';
import { isFiltered, isToDo, kindOf, kinds, ticked, withKind } from './groups.ts';
import { ReviewGrid } from './review-grid.tsx';
import { mostShown, useReviews } from './use-reviews.ts';

const w = qw.reviews;

type BarProps = {
  readonly picked: number;
  readonly total: number;
  readonly cut: boolean;
  readonly assigning: boolean;
  readonly onAssigning: (open: boolean) => void;
  readonly onAssign: (reviewerId: string | null) => void;
  readonly onOpen: () => void;
  readonly onRelease: () => void;
  readonly onSkip: () => void;
};

/** What can be done with the ticked ones, else with the one under the cursor. */
function ActionBar(props: BarProps) {
  const { picked, total, cut } = props;
  const people = usePeople().filter(({ active }) => active);
  const options = [{ value: null, label: w.nobody }, ...people.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <div className="flex min-h-[40px] shrink-0 flex-wrap items-center gap-2 border-t border-line px-4 py-1">
      <span className="min-w-[90px] text-small text-ink-2 tabular-nums">
        {picked > 0 ? w.ticked(picked) : cut ? w.cut(mostShown, total) : w.total(total)}
      </span>
      <span className="flex-1" />
      <span className="flex items-center gap-1 text-small text-ink-2">
        <Kbd keys="x" />
        {w.pick.toLowerCase()}
      </span>
      <ComboPicker
        trigger={
          <Button small>
            {w.assign}
            <Kbd keys="a" />
          </Button>
        }
        label={w.assignTo}
        options={options}
        chosen={[]}
        open={props.assigning}
        onOpenChange={(open) => {
          props.onAssigning(open);
          if (!open) keepFocus();
        }}
        onToggle={({ value }) => props.onAssign(value)}
      />
      <Button small onClick={props.onRelease}>
        {w.release}
        <Kbd keys="r" />
      </Button>
      <Button small onClick={props.onSkip}>
        {w.skip}
        <Kbd keys="s" />
      </Button>
      <Button small onClick={props.onOpen}>
        {w.open}
        <Kbd keys="enter" />
      </Button>
    </div>
  );
}

function None({ filtered }: { readonly filtered: boolean }) {
  if (filtered)
    return (
      <Empty
        title={w.noneFit}
        icon={<ListChecks size={28} strokeWidth={1.4} aria-hidden />}
        actions={
          <Button {...firstMark} onClick={() => setFilter({})}>
            {w.showAll}
            <Kbd keys="shift+x" />
          </Button>
        }
      >
        {w.noneFitHow}
      </Empty>
    );
  return (
    <Empty
      title={w.empty}
      icon={<ClipboardCheck size={28} strokeWidth={1.4} aria-hidden />}
      actions={
        <Button {...firstMark} look="primary" onClick={() => showTab('sample')}>
          {w.toSample}
          <Kbd keys="2" on />
        </Button>
      }
    >
      {w.emptyHow}
    </Empty>
  );
}

/** The one thing this tab is opened for: the first review that is to be done. */
function Begin({ first, onOpen }: { readonly first: ReviewRow | undefined; readonly onOpen: (id: string) => void }) {
  if (first === undefined || !isToDo(first)) return null;
  return (
    <InHeader>
      <Button look="primary" onClick={() => onOpen(first.id)}>
        {w.begin}
      </Button>
    </InHeader>
  );
}

const dropPicked = (): void => setQuality({ picked: new Set() });

/** What is done with the ticked reviews, or with the one under the cursor. */
function useWork(chosen: readonly ReviewRow[]) {
  const [skipping, setSkipping] = useState<readonly ReviewRow[]>([]);
  const release = async (): Promise<void> => {
    const ids = chosen.filter(({ state }) => state === 'done').map(({ id }) => id);
    if (ids.length === 0) say({ title: w.noneDone });
    else if ((await command(client.quality.release({ ids }))) !== null) dropPicked();
  };
  const assign = async (reviewerId: string | null): Promise<void> => {
    const ids = chosen.filter(isToDo).map(({ id }) => id);
    if (ids.length === 0) say({ title: w.noneOpen });
    else if ((await command(client.quality.assign({ ids, reviewerId }))) !== null) dropPicked();
  };
  const askSkip = (): void => {
    const open = chosen.filter(isToDo);
    if (open.length === 0) say({ title: w.noneOpen });
    else setSkipping(open);
  };
  const skip = async (reason: string): Promise<void> => {
    setSkipping([]);
    keepFocus();
    // One after the other: each is one change that can be taken back by itself.
    for (const { id } of skipping) if ((await command(client.quality.skip({ id, reason }))) === null) return;
    dropPicked();
  };
  const stopSkipping = (): void => {
    setSkipping([]);
    keepFocus();
  };
  return { release, assign, skip, askSkip, skipping, stopSkipping };
}

/** Reviews: my own to do first. Opened, given to others, released to their agents, skipped with a reason. */
export function ReviewsTab() {
  const { asked, filter, groups, rows, total } = useReviews();
  const { reviewId, picked } = useQuality();
  const hasMe = (useInfo().data?.me ?? null) !== null;
  const [adding, setAdding] = useState(false);
  const [assigning, setAssigning] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const current = rows.find(({ id }) => id === reviewId) ?? rows[0];
  const chosen = picked.size > 0 ? rows.filter(({ id }) => picked.has(id)) : current === undefined ? [] : [current];
  useFirstFocus(box, stageOf(asked.data?.reviews.length));
  const open = (id: string): void => {
    // One goes on through the group one began in: not from one's own into somebody else's.
    const line = groups.find(({ reviews }) => reviews.some((each) => each.id === id))?.reviews ?? rows;
    openReview(
      { id },
      line.map((row) => row.id),
    );
  };
  const { release, assign, skip, askSkip, skipping, stopSkipping } = useWork(chosen);
  const nextKind = (): void => {
    const at = kinds.findIndex((kind) => kind === kindOf(filter));
    setFilter(withKind(filter, kinds[(at + 1) % kinds.length] ?? 'all'));
  };
  useTabActions({
    filter: () => setAdding(true),
    kind: nextKind,
    ...((isFiltered(filter) || picked.size > 0) && { clear: () => (picked.size > 0 ? dropPicked() : setFilter({})) }),
    ...(current !== undefined && {
      open: () => open(current.id),
      pick: () => setQuality({ picked: ticked(picked, current.id) }),
      pickAll: () => setQuality({ picked: new Set(rows.map(({ id }) => id)) }),
      assign: () => setAssigning(true),
      release: () => void release(),
      skip: askSkip,
    }),
  });
  if (asked.data === undefined) return <NotRead asked={asked} />;
  const titles = { ...w.groups, others: hasMe ? w.groupsOthers : w.groups.others };
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <Begin first={rows[0]} onOpen={open} />
      <FilterBar filter={filter} adding={adding} onAdding={setAdding} />
      {rows.length === 0 ? (
        <None filtered={isFiltered(filter)} />
      ) : (
        <ReviewGrid
          ref={list}
          label={w.label}
          groups={groups.map((group) => ({ ...group, title: titles[group.key] }))}
          currentId={current?.id ?? null}
          picked={picked}
          onMove={(id) => setQuality({ reviewId: id })}
          onOpen={open}
          onPick={(id) => setQuality({ picked: ticked(picked, id), reviewId: id })}
        />
      )}
      {rows.length > 0 && (
        <ActionBar
          picked={picked.size}
          total={total}
          cut={total > rows.length}
          assigning={assigning}
          onAssigning={setAssigning}
          onAssign={(id) => void assign(id)}
          onOpen={() => current !== undefined && open(current.id)}
          onRelease={() => void release()}
          onSkip={askSkip}
        />
      )}
      <SkipDialog
        open={skipping.length > 0}
        count={skipping.length}
        onClose={stopSkipping}
        onSkip={(reason) => void skip(reason)}
      />
    </div>
  );
}
