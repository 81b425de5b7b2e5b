import { TriangleAlert } from 'lucide-react';
import type { Ref } from 'react';
import type { ProgrammeBody } from '../../../contract/index.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { pw } from '../../strings/en-onboarding-programmes.ts';
import { cx } from '../../ui/cx.ts';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { setPlace } from './builder-store.ts';
import { placesOf, stageAt, taskAt, type Place } from './draft.ts';
import { problemsAt, type Problem } from './problems.ts';

type Props = {
  readonly ref: Ref<HTMLDivElement>;
  readonly body: ProgrammeBody;
  readonly place: Place;
  readonly problems: readonly Problem[];
  readonly onEnter: () => void;
};

const idOf = ({ stage, task }: Place): string => `${stage ?? 'programme'} ${task ?? ''}`;

const nameOf = (body: ProgrammeBody, place: Place): string =>
  (taskAt(body, place) ?? stageAt(body, place) ?? body).name;

function daysOf(body: ProgrammeBody, place: Place): string {
  const stage = place.task === null ? stageAt(body, place) : undefined;
  return stage === undefined || !Number.isFinite(stage.workDays) ? '' : ow.days(stage.workDays);
}

function Part({ body, place, wrong }: { readonly body: ProgrammeBody; readonly place: Place; readonly wrong: number }) {
  const name = nameOf(body, place);
  return (
    <Entry
      id={idOf(place)}
      className={cx(
        '!min-h-[32px] items-center gap-2',
        place.task === null ? 'font-bold' : '!pl-[30px]',
        place.stage !== null && place.task === null && 'bg-canvas aria-selected:bg-accent-soft',
      )}
    >
      <span dir="auto" className={cx('min-w-0 flex-1 truncate', name.trim() === '' && 'text-ink-2 italic')}>
        {name.trim() === '' ? pw.unnamed : name}
      </span>
      {wrong > 0 && (
        <span role="img" aria-label={pw.problems(wrong)} title={pw.problems(wrong)} className="flex shrink-0 text-risk">
          <TriangleAlert size={13} aria-hidden />
        </span>
      )}
      <span className="shrink-0 text-small font-normal text-ink-2 tabular-nums">{daysOf(body, place)}</span>
    </Entry>
  );
}

/** The parts of a programme in their order. Arrows move the cursor; Enter goes to the fields of what it is on. */
export function Outline({ ref, body, place, problems, onEnter }: Props) {
  const places = placesOf(body);
  const onOther = (key: string): boolean => {
    if (key !== 'Enter' && key !== 'ArrowRight') return false;
    onEnter();
    return true;
  };
  return (
    <EntryList
      ref={ref}
      label={pw.outline}
      ids={places.map(idOf)}
      currentId={idOf(place)}
      onChoose={(id) => {
        const chosen = places.find((each) => idOf(each) === id);
        if (chosen !== undefined) setPlace(chosen);
      }}
      onOther={onOther}
    >
      {places.map((each) => (
        <Part key={idOf(each)} body={body} place={each} wrong={problemsAt(problems, each).length} />
      ))}
    </EntryList>
  );
}
