import { TriangleAlert } from 'lucide-react';
import { useEffect, type KeyboardEvent, type Ref } from 'react';
import type { ScorecardBody } from '../../../contract/index.ts';
import { placeAfter, stepOf } from '../../ui/list-steps.ts';
import { firstMark } from '../../app/use-focus.ts';
import { cw } from '../../strings/en-quality-cards.ts';
import { cx } from '../../ui/cx.ts';
import { setPlace } from './builder-store.ts';
import { criterionAt, placesOf, samePlace, sectionAt, type Place } from './draft.ts';
import { problemsAt, type Problem } from './problems.ts';

type Props = {
  readonly ref: Ref<HTMLDivElement>;
  readonly card: ScorecardBody;
  readonly place: Place;
  readonly problems: readonly Problem[];
  readonly onEnter: () => void;
};

const idOf = ({ section, criterion }: Place): string => `part-${section ?? 'card'}-${criterion ?? ''}`;

function words(card: ScorecardBody, place: Place): { readonly name: string; readonly weight: string } {
  const criterion = criterionAt(card, place);
  if (criterion !== undefined) return { name: criterion.name, weight: weightText(criterion.weight, false) };
  const section = sectionAt(card, place);
  if (section !== undefined) return { name: section.name, weight: weightText(section.weight, section.bonus) };
  return { name: card.name, weight: '' };
}

const weightText = (weight: number, bonus: boolean): string =>
  Number.isNaN(weight) ? '–' : bonus ? cw.bonusOf(weight) : cw.weightOf(weight);

/** The parts of a scorecard in their order. Arrows move the cursor; Enter goes to the fields of what it is on. */
export function Outline({ ref, card, place, problems, onEnter }: Props) {
  const places = placesOf(card);
  const at = Math.max(
    0,
    places.findIndex((each) => samePlace(each, place)),
  );
  const id = idOf(places[at] ?? place);
  useEffect(() => {
    document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = stepOf(event.key);
    const next = step === null ? undefined : places[placeAfter(at, step, places.length)];
    if (event.key === 'Enter') onEnter();
    else if (next !== undefined) setPlace(next);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={ref}
      {...firstMark}
      role="listbox"
      data-board
      tabIndex={0}
      aria-label={cw.outline}
      aria-activedescendant={id}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      {places.map((each, index) => {
        const { name, weight } = words(card, each);
        const wrong = problemsAt(problems, each).length;
        const current = index === at;
        return (
          <div
            key={idOf(each)}
            id={idOf(each)}
            role="option"
            aria-selected={current}
            data-cursor={current || undefined}
            onClick={() => setPlace(each)}
            className={cx(
              'flex h-[32px] items-center gap-2 border-b border-line pr-3 select-none',
              each.criterion !== null ? 'pl-7' : each.section === null ? 'h-[36px] pl-3' : 'bg-canvas pl-3',
              current && 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]',
            )}
          >
            <span
              dir="auto"
              className={cx(
                'min-w-0 flex-1 truncate',
                each.criterion === null && 'font-bold',
                name.trim() === '' && 'text-ink-2 italic',
              )}
            >
              {name.trim() === '' ? cw.unnamed : name}
            </span>
            {wrong > 0 && (
              <span
                className="flex shrink-0 text-risk"
                role="img"
                aria-label={cw.problems(wrong)}
                title={cw.problems(wrong)}
              >
                <TriangleAlert size={13} aria-hidden />
              </span>
            )}
            <span className="shrink-0 text-small text-ink-2 tabular-nums">{weight}</span>
          </div>
        );
      })}
    </div>
  );
}
