import { useQuery } from '@tanstack/react-query';
import { FileUp, Luggage, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Pack, QualityConflict } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { client, orpc } from '../../client/client.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { stageOf, useFirstFocus } from '../../app/use-focus.ts';
import { useLast } from '../../ui/use-last.ts';
import { qp } from '../../strings/en-quality-packs.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { InHeader } from '../header-slot.tsx';
import { useMoreActions } from '../more-actions.ts';
import { useTabActions } from '../tab-actions.ts';
import { BringDialog } from './bring-dialog.tsx';
import { ConflictsPanel } from './conflicts-panel.tsx';
import { MakeDialog } from './make-dialog.tsx';
import { saveOpened } from './pack-file.ts';
import { entriesOf, PackList } from './pack-list.tsx';
import { goThrough, PackPanel } from './pack-panel.tsx';
import { conflictsEntry, setPacks, usePacks, type Asking } from './packs-store.ts';

const ask = (asking: Asking): void => setPacks({ asking });
const endAsking = (): void => {
  setPacks({ asking: null });
  keepFocus();
};

const HeaderActions = () => (
  <div className="flex gap-2">
    <Button onClick={() => ask('home')} className="max-[1100px]:hidden">
      {qp.home}
      <Kbd keys="h" />
    </Button>
    <Button onClick={() => ask('open')} icon={<FileUp size={15} strokeWidth={1.8} aria-hidden />}>
      {qp.openOne}
      <Kbd keys="shift+i" />
    </Button>
    <Button look="primary" onClick={() => ask('make')} icon={<Plus size={15} strokeWidth={2.2} aria-hidden />}>
      {qp.makeOne}
      <Kbd keys="n" on />
    </Button>
  </div>
);

/** What was not saved is gone with it: it is asked for once more. */
function ForgetDialog({ pack, open }: { readonly pack: Pack; readonly open: boolean }) {
  const forget = async (): Promise<void> => {
    if ((await command(client.quality.packClose({ id: pack.id }))) !== null) endAsking();
  };
  return (
    <Dialog title={qp.closeTitle(pack.name)} open={open} onClose={endAsking} width={420}>
      <div className="flex flex-col gap-3 p-4">
        <p>{qp.closeHow}</p>
        <div className="flex justify-end gap-2">
          <Button autoFocus tabIndex={0} onClick={endAsking}>
            {qp.cancel}
          </Button>
          <Button look="danger" onClick={() => void forget()}>
            {qp.closeSure}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const conflictList = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-conflicts]');

/**
 * A dialog gives the focus back to where it was, and may do so before it is gone; the conflicts may come before or after.
 * Who went on to the conflicts from it is led there once neither stands in the way: each frame is looked at.
 */
function useSettling(): void {
  const settling = usePacks((state) => state.settling);
  useEffect(() => {
    if (!settling) return undefined;
    let frame = 0;
    const look = (): void => {
      const list = document.querySelector('[role="dialog"]') === null ? conflictList() : null;
      list?.focus();
      if (list === null) frame = requestAnimationFrame(look);
      else setPacks({ settling: false });
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [settling]);
}

type Here = 'conflicts' | 'open' | 'locked' | 'made' | 'nothing';
type Hint = readonly [string, string];
const always: readonly Hint[] = [
  ['n', qp.hints.make],
  ['shift+i', qp.hints.open],
  ['h', qp.hints.home],
];
const own: Readonly<Record<Here, readonly Hint[]>> = {
  conflicts: [
    ['arrowleft / arrowright', qp.hints.side],
    ['enter', qp.hints.settle],
    ['o', qp.hints.review],
    ['escape', qp.hints.back],
  ],
  open: [
    ['enter', qp.hints.go],
    ['shift+e', qp.hints.save],
    ['delete', qp.hints.forget],
  ],
  locked: [
    ['enter', qp.unlock.toLowerCase()],
    ['delete', qp.hints.forget],
  ],
  made: [],
  nothing: [],
};
const hintsOf = (here: Here): readonly Hint[] => (here === 'conflicts' ? own.conflicts : [...own[here], ...always]);

function hereOf(currentId: string | null, pack: Pack | null): Here {
  if (currentId === conflictsEntry) return 'conflicts';
  if (pack === null) return 'nothing';
  return pack.role === 'made' ? 'made' : pack.locked ? 'locked' : 'open';
}

/** What is under the cursor: as it was left, else the first of the list. */
function currentOf(packs: readonly Pack[], conflicts: number, entryId: string | null) {
  const { ids } = entriesOf(packs, conflicts);
  const currentId = ids.find((id) => id === entryId) ?? ids[0] ?? null;
  const pack = packs.find(({ id }) => id === currentId) ?? null;
  return { currentId, pack, here: hereOf(currentId, pack) };
}

type Props = { readonly packs: readonly Pack[]; readonly conflicts: readonly QualityConflict[] };

function Loaded({ packs, conflicts }: Props) {
  const { entryId, asking } = usePacks();
  const [unlocking, setUnlocking] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { currentId, pack } = currentOf(packs, conflicts.length, entryId);
  const opened = pack?.role === 'opened' ? pack : null;
  const forgotten = useLast(opened);
  const focusList = (): void => list.current?.focus({ preventScroll: true });
  useSettling();
  const goPack = async (id: string): Promise<void> => {
    const { reviews } = await client.quality.packReviews({ id });
    goThrough(id, reviews);
  };
  const open = (): void => {
    if (currentId === conflictsEntry) conflictList()?.focus();
    else if (opened === null) ask('home');
    else if (opened.locked) setUnlocking((times) => times + 1);
    else void goPack(opened.id);
  };
  useTabActions({
    open,
    ...(opened !== null && !opened.locked && { export: () => void saveOpened(opened.id) }),
    ...(opened !== null && { remove: () => ask('forget') }),
  });
  const atConflicts = currentId === conflictsEntry;
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex w-[300px] shrink-0 flex-col max-[1100px]:w-[240px]">
        <PackList
          list={list}
          packs={packs}
          conflicts={conflicts.length}
          currentId={currentId}
          onChoose={(id) => setPacks({ entryId: id })}
        />
      </div>
      {atConflicts && <ConflictsPanel conflicts={conflicts} onLeave={focusList} />}
      {pack !== null && <PackPanel key={pack.id} pack={pack} asked={unlocking} />}
      {forgotten !== null && <ForgetDialog pack={forgotten} open={asking === 'forget'} />}
    </div>
  );
}

/** Reviews that travel: packs made here, packs opened here, and what was said differently here and there. */
export function PacksTab() {
  const { asking, entryId } = usePacks();
  const asked = useQuery(orpc.quality.packs.queryOptions());
  const conflicts = useQuery(orpc.quality.conflicts.queryOptions()).data?.conflicts ?? [];
  const packs = asked.data?.packs;
  const box = useRef<HTMLDivElement>(null);
  const bringing = useLast(asking === 'open' || asking === 'home' ? asking : null);
  const empty = packs?.length === 0 && conflicts.length === 0;
  useFirstFocus(box, stageOf(packs === undefined ? undefined : packs.length + conflicts.length));
  useTabActions({ add: () => ask('make'), import: () => ask('open') });
  useMoreActions({ home: () => ask('home') });
  if (packs === undefined) return <NotRead asked={asked} />;
  const { here } = currentOf(packs, conflicts.length, entryId);
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <InHeader>
        <HeaderActions />
      </InHeader>
      {empty ? (
        <Empty
          title={qp.empty}
          icon={<Luggage size={28} strokeWidth={1.4} aria-hidden />}
          actions={
            <>
              <Button data-first onClick={() => ask('make')}>
                {qp.makeOne} <Kbd keys="n" />
              </Button>
              <Button onClick={() => ask('open')}>
                {qp.openOne} <Kbd keys="shift+i" />
              </Button>
            </>
          }
        >
          {qp.emptyHow}
        </Empty>
      ) : (
        <Loaded packs={packs} conflicts={conflicts} />
      )}
      <Hints hints={hintsOf(here)} />
      <MakeDialog open={asking === 'make'} onClose={endAsking} />
      {bringing !== null && <BringDialog what={bringing} open={asking === bringing} onClose={endAsking} />}
    </div>
  );
}
