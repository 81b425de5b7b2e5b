import type { RefObject } from 'react';
import type { Newcomer } from '../../../contract/index.ts';
import type { Told } from '../../coaching/page/rows.tsx';
import { ow } from '../../strings/en-onboarding.ts';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { setOnboarding, useOnboarding } from '../onboarding-store.ts';
import { HelpChip } from './help-chip.tsx';
import { StageStrip } from './stage-strip.tsx';

const w = ow.board;

/** Which of how many stages, with its name. */
function stageWords({ stages, programme }: Newcomer): string {
  const at = stages.findIndex(({ state }) => state === 'current');
  const name = programme.stages[at]?.name;
  return name === undefined ? w.allDone(stages.length) : w.stageOf(at + 1, stages.length, name);
}

function Line({ newcomer, told }: { readonly newcomer: Newcomer; readonly told: Told }) {
  const name = told.nameOf(newcomer.personId);
  const { programme, helpText } = newcomer;
  const stage = stageWords(newcomer);
  return (
    <Entry id={newcomer.id} className="flex-col justify-center gap-[2px] py-[6px]">
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-semibold" dir="auto" title={name}>
          {name}
        </span>
        <HelpChip newcomer={newcomer} now={told.now} />
      </span>
      <span className="flex gap-2 text-small text-ink-2">
        <span className="min-w-0 flex-1 truncate" dir="auto" title={programme.name}>
          {programme.name}
        </span>
        <span className="max-w-[60%] shrink-0 truncate tabular-nums" dir="auto" title={stage}>
          {stage}
        </span>
      </span>
      <StageStrip newcomer={newcomer} />
      {helpText !== '' && (
        <span className="truncate text-small text-ink-2" dir="auto" title={helpText}>
          {helpText}
        </span>
      )}
    </Entry>
  );
}

type Props = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly newcomers: readonly Newcomer[];
  readonly currentId: string | null;
  readonly told: Told;
  readonly onChoose: (id: string) => void;
  /** To the page of whom the cursor is on. */
  readonly onEnter: () => void;
};

/** Everybody on a programme, as the desk orders them: who is late and who is blocked in front. SPEC ONB-20. */
export function NewcomerList({ list, newcomers, currentId, told, onChoose, onEnter }: Props) {
  const pane = useOnboarding((state) => state.pane);
  const onOther = (key: string): boolean => {
    if (key !== 'Enter' && key !== 'ArrowRight') return false;
    onEnter();
    return true;
  };
  return (
    <EntryList
      ref={list}
      label={w.list}
      ids={newcomers.map(({ id }) => id)}
      currentId={currentId}
      isBack={pane === 'list'}
      onChoose={onChoose}
      onOther={onOther}
      onFocus={() => setOnboarding({ pane: 'list' })}
    >
      {newcomers.map((newcomer) => (
        <Line key={newcomer.id} newcomer={newcomer} told={told} />
      ))}
    </EntryList>
  );
}
