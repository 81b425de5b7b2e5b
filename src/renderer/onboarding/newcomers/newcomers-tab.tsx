import { useQuery } from '@tanstack/react-query';
import { Check, Sprout } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Newcomer } from '../../../contract/index.ts';
import { useFirstFocus } from '../../app/use-focus.ts';
import { useTold } from '../../coaching/use-told.ts';
import { orpc } from '../../client/client.ts';
import { useViewer } from '../../people/viewer.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { stageOf } from '../../app/use-focus.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Hints } from '../../ui/hints.tsx';
import { ask, setOnboarding, showTab, useOnboarding } from '../onboarding-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { countsOf } from './counts.ts';
import { enterList } from './enter-list.ts';
import { NewcomerList } from './newcomer-list.tsx';
import { NewcomerPage } from './newcomer-page.tsx';

const w = ow.board;

function Nobody({ leads }: { readonly leads: boolean }) {
  const icon = <Sprout size={28} strokeWidth={1.4} aria-hidden />;
  if (!leads)
    return (
      <Empty title={w.emptyOwn} icon={icon}>
        {w.emptyOwnHow}
      </Empty>
    );
  const actions = (
    <>
      <Button data-first look="primary" onClick={() => ask({ what: 'start' })}>
        {w.add}
        <Kbd keys="n" on />
      </Button>
      <Button onClick={() => showTab('programmes')}>
        {w.toProgrammes}
        <Kbd keys="2" />
      </Button>
    </>
  );
  return (
    <Empty title={w.empty} icon={icon} actions={actions}>
      {w.emptyHow}
    </Empty>
  );
}

const toggleDone = (): void => setOnboarding({ withDone: !useOnboarding.getState().withDone });

/** How many need what, and whether those who are done are shown. */
function Bar({ newcomers }: { readonly newcomers: readonly Newcomer[] }) {
  const withDone = useOnboarding((state) => state.withDone);
  return (
    <div className="flex min-h-[34px] shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1">
      <p aria-live="polite" className="min-w-0 flex-1 font-semibold tabular-nums">
        {ow.countsText(countsOf(newcomers))}
      </p>
      <Chip aria-pressed={withDone} onClick={toggleDone}>
        {withDone && <Check size={12} aria-hidden />}
        {w.withDone}
        <Kbd keys="d" />
      </Chip>
    </div>
  );
}

function Loaded({ newcomers }: { readonly newcomers: readonly Newcomer[] }) {
  const newcomerId = useOnboarding((state) => state.newcomerId);
  const told = useTold();
  const list = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const current = newcomers.find(({ id }) => id === newcomerId) ?? newcomers[0];
  return (
    <div className="flex min-h-0 flex-1 max-[820px]:flex-col">
      <div className="flex w-[348px] shrink-0 flex-col max-[1100px]:w-[270px] max-[820px]:h-[38%] max-[820px]:w-full">
        <NewcomerList
          list={list}
          newcomers={newcomers}
          currentId={current?.id ?? null}
          told={told}
          onChoose={(id) => setOnboarding({ newcomerId: id, itemId: null })}
          onEnter={() => enterList(page.current)}
        />
      </div>
      {current !== undefined && (
        <NewcomerPage
          key={current.id}
          newcomer={current}
          told={told}
          list={page}
          onLeave={() => enterList(list.current)}
        />
      )}
    </div>
  );
}

const onList = [
  ['j / k', w.hints.move],
  ['enter', w.hints.open],
] as const;
const hint = ow.page.hints;
const onPage = [
  ['j / k', hint.move],
  ['enter', hint.open],
  ['x', hint.tick],
] as const;
const leading = [
  ['s', hint.sign],
  ['p', hint.pass],
  ['i', hint.away],
] as const;

function hintsOf(pane: 'list' | 'page', leads: boolean): readonly (readonly [string, string])[] {
  const acts = leads ? leading : [leading[0]];
  if (pane === 'list') return [...onList, ...acts];
  return [...onPage, ...acts, ['r', hint.ramp], ['arrowleft', hint.back]];
}

/** The trainer's board: everybody on a programme beside the page of whom the cursor is on. An agent finds themselves. */
export function NewcomersTab() {
  const { withDone, pane } = useOnboarding();
  const asked = useQuery(orpc.onboarding.newcomers.queryOptions({ input: { withDone } }));
  const { leads } = useViewer();
  const box = useRef<HTMLDivElement>(null);
  const newcomers = asked.data?.newcomers;
  // Done ones are another list, that is read once it is asked for: the one on screen stays meanwhile.
  const [last, setLast] = useState(newcomers);
  if (newcomers !== undefined && newcomers !== last) setLast(newcomers);
  const shown = newcomers ?? last;
  useFirstFocus(box, stageOf(shown?.length));
  useTabActions({ withDone: toggleDone, ...(leads && { add: () => ask({ what: 'start' }) }) });
  if (shown === undefined) return <NotRead asked={asked} />;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <Bar newcomers={shown} />
      {shown.length === 0 ? <Nobody leads={leads} /> : <Loaded newcomers={shown} />}
      {shown.length > 0 && <Hints yields hints={hintsOf(pane, leads)} />}
    </div>
  );
}
