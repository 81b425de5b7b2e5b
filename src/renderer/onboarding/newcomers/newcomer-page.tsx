import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { Newcomer } from '../../../contract/index.ts';
import type { Told } from '../../coaching/page/rows.tsx';
import { useViewer } from '../../people/viewer.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { EntryList } from '../../ui/entry-list.tsx';
import { setOnboarding, useOnboarding } from '../onboarding-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { enterList } from './enter-list.ts';
import { firstItem, itemsOf, stagesOf } from './items.ts';
import { doItem, openItem, pageActions } from './page-actions.ts';
import { PageHead } from './page-head.tsx';
import { RampPart } from './ramp-part.tsx';
import { StageGroup } from './stage-group.tsx';

const w = ow.page;

type Props = {
  readonly newcomer: Newcomer;
  readonly told: Told;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onLeave: () => void;
};

/** Who is come to from the board is seen from the head of their page on, though the cursor waits further down. */
function useFromTop(onBoard: boolean) {
  const page = useRef<HTMLElement>(null);
  const parts = useRef<HTMLDivElement>(null);
  const began = useRef(onBoard);
  useEffect(() => {
    if (!began.current) return;
    page.current?.scrollTo({ top: 0 });
    parts.current?.scrollTo({ top: 0 });
  }, []);
  return { page, parts };
}

/** In another stage, the cursor begins at what is first to be done in it. */
function useNewStage(current: string | null): void {
  const last = useRef(current);
  useEffect(() => {
    if (last.current === current) return;
    last.current = current;
    setOnboarding({ itemId: null });
  }, [current]);
}

/** Where somebody stands: stage by stage what is to be done, what the data have to show, who signed, and how they come on. */
export function NewcomerPage({ newcomer, told, list, onLeave }: Props) {
  const { pane, itemId, turned } = useOnboarding();
  const who = useViewer();
  const ramp = useRef<HTMLDivElement>(null);
  const { page, parts } = useFromTop(pane === 'list');
  const name = told.nameOf(newcomer.personId);
  const stages = stagesOf(newcomer, turned);
  const items = itemsOf(stages);
  const first = firstItem(items, newcomer.current);
  const item = items.find(({ id }) => id === itemId) ?? items.find(({ id }) => id === first);
  const onItem = pane === 'page' && item !== undefined;
  useNewStage(newcomer.current);
  const pinned = onItem ? item.id : null;
  useEffect(() => {
    // What is ticked stays under the cursor, though it is not the first to be done any more.
    if (pinned !== null) setOnboarding({ itemId: pinned });
  }, [pinned]);
  useTabActions({
    ...pageActions(newcomer, who),
    ...(onItem && { open: () => openItem(newcomer, item, who) }),
    ...(onItem && doItem(newcomer, item, who)),
    ramp: () => ramp.current?.focus(),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.target === ramp.current) enterList(list.current);
    else onLeave();
  };
  return (
    <section
      ref={page}
      aria-label={w.label(name)}
      className="flex min-h-0 min-w-0 flex-1 flex-col border-l border-line max-[820px]:overflow-y-auto max-[820px]:border-t max-[820px]:border-l-0"
      onKeyDown={onKeyDown}
    >
      <PageHead newcomer={newcomer} name={name} told={told} who={who} />
      <div
        ref={parts}
        className="flex min-h-0 flex-1 overflow-y-auto max-[1240px]:flex-col max-[820px]:flex-none max-[820px]:overflow-visible"
      >
        <div className="min-w-0 flex-1 max-[1240px]:shrink-0">
          <EntryList
            ref={list}
            label={w.stages}
            ids={items.map(({ id }) => id)}
            currentId={item?.id ?? null}
            tall
            isBack={pane === 'page'}
            onChoose={(id) => setOnboarding({ itemId: id })}
            onFocus={() => setOnboarding({ pane: 'page' })}
          >
            {stages.map((stage) => (
              <StageGroup
                key={stage.stage.id}
                of={stage}
                items={items.filter((each) => each.stage.id === stage.stage.id)}
                told={told}
                onOpen={(each) => openItem(newcomer, each, who)}
              />
            ))}
          </EntryList>
        </div>
        <RampPart ref={ramp} newcomer={newcomer} told={told} />
      </div>
    </section>
  );
}
