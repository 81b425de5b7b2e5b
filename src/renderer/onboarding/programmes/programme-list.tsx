import { Archive } from 'lucide-react';
import type { RefObject } from 'react';
import type { Programme } from '../../../contract/index.ts';
import { pw } from '../../strings/en-onboarding-programmes.ts';
import { Entry, EntryGroup, EntryList } from '../../ui/entry-list.tsx';
import { lengthOf } from './draft.ts';

type LineProps = { readonly programme: Programme; readonly onOpen: (() => void) | undefined };

function Line({ programme, onOpen }: LineProps) {
  const { key, name, stages, archived, newcomers } = programme;
  return (
    <div role="presentation" onDoubleClick={onOpen}>
      <Entry id={key}>
        <span className="truncate font-semibold" dir="auto" title={name}>
          {name}
        </span>
        <span className="flex flex-wrap gap-x-3 text-small text-ink-2 tabular-nums">
          <span>{pw.stages(stages.length, lengthOf(programme))}</span>
          {newcomers > 0 && <span>{pw.newcomers(newcomers)}</span>}
          {archived && (
            <span className="inline-flex items-center gap-1">
              <Archive size={12} aria-hidden />
              {pw.archived}
            </span>
          )}
        </span>
      </Entry>
    </div>
  );
}

type Props = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly programmes: readonly Programme[];
  readonly currentKey: string | null;
  readonly onChoose: (key: string) => void;
  /** Left out for who may not change them. */
  readonly onOpen: (() => void) | undefined;
  /** Who only looks is not told to copy one. */
  readonly leads: boolean;
  /** To what is in the one that the cursor is on. */
  readonly onEnter: () => void;
};

/** Programmes of this desk, then those that come with Foredesk. */
export function ProgrammeList({ list, programmes, currentKey, leads, onChoose, onOpen, onEnter }: Props) {
  const own = programmes.filter(({ template }) => !template);
  const templates = programmes.filter(({ template }) => template);
  const onOther = (key: string): boolean => {
    if (key !== 'ArrowRight') return false;
    onEnter();
    return true;
  };
  return (
    <EntryList
      ref={list}
      label={pw.list}
      ids={[...own, ...templates].map(({ key }) => key)}
      currentId={currentKey}
      onChoose={onChoose}
      onOther={onOther}
    >
      <EntryGroup title={pw.own} count={own.length} none={leads ? pw.noOwn : pw.noneYet}>
        {own.map((programme) => (
          <Line key={programme.key} programme={programme} onOpen={onOpen} />
        ))}
      </EntryGroup>
      <EntryGroup title={pw.templates} count={templates.length}>
        {templates.map((programme) => (
          <Line key={programme.key} programme={programme} onOpen={onOpen} />
        ))}
      </EntryGroup>
    </EntryList>
  );
}
