import { memo, type ReactNode } from 'react';
import type { Person } from '../../contract/index.ts';
import { d } from '../strings/en-day.ts';
import { cx } from '../ui/cx.ts';
import { Avatar } from '../ui/marks.tsx';
import { clamp, xOf, type Axis, type Stretch } from './geometry.ts';
import { spotsOf, type Lane, type Spot } from './lanes.ts';
import { attendanceWords, offWords, spanWords, spotWords } from './words.ts';

export const lanePx = 40;
export const headPx = 186;

export const spotId = (key: string): string => `day-${key}`;

/** Letters of the small text are about so wide; a part that cannot hold its word shows it on hover alone. */
const letterPx = 6.1;
const fitsIn = (word: string, px: number): boolean => word.length * letterPx + 12 <= px;

function box(axis: Axis, { startAt, endAt }: Stretch): { left: number; width: number } {
  const left = clamp(xOf(axis, startAt), 0, axis.widthPx);
  return { left, width: Math.max(0, clamp(xOf(axis, endAt), 0, axis.widthPx) - left) };
}

type PieceProps = {
  readonly spot: Spot;
  readonly axis: Axis;
  readonly title: string;
  readonly current: boolean;
  readonly faint: boolean;
};

const edgeClass = 'absolute inset-y-0 z-[1] w-[6px] cursor-ew-resize';

/** One part of a shift. Its edges can be dragged where they are its own. */
function PieceBox({ spot, axis, title, current, faint }: PieceProps) {
  const { shift, piece, key } = spot;
  const { left, width } = box(axis, piece);
  const word = d.kind[piece.kind];
  const own = piece.activity !== null;
  const resizable = !shift.removed && width > 14;
  return (
    <div
      role="gridcell"
      id={spotId(key)}
      data-spot={key}
      data-cursor={current || undefined}
      aria-selected={current}
      aria-label={title}
      title={title}
      style={{ left, width: Math.max(2, width - 2) }}
      className={cx(
        'absolute top-[6px] h-[27px] overflow-hidden rounded-[4px] px-[6px] text-[11px] leading-[25px] font-semibold whitespace-nowrap select-none',
        `act-${piece.kind}`,
        (faint || shift.removed) && 'opacity-45',
        shift.removed && 'line-through',
        current && 'ring-2 ring-accent ring-inset',
      )}
    >
      {fitsIn(word, width) && word}
      {resizable && (own || piece.startAt === shift.startAt) && (
        <span data-edge="start" className={cx(edgeClass, 'left-0')} />
      )}
      {resizable && (own || piece.endAt === shift.endAt) && (
        <span data-edge="end" className={cx(edgeClass, 'right-0')} />
      )}
    </div>
  );
}

type OverlayProps = { readonly axis: Axis; readonly span: Stretch; readonly words: string; readonly late?: boolean };

/** Time off and who is not there: hatched, with its word. */
function Overlay({ axis, span, words, late = false }: OverlayProps) {
  const { left, width } = box(axis, span);
  if (width <= 0) return null;
  const [word = ''] = words.split(/ \d/);
  return (
    <span
      aria-hidden
      title={words}
      style={{ left, width: Math.max(2, width - 2) }}
      className={cx(
        'hatched absolute top-[6px] flex h-[27px] items-center overflow-hidden rounded-[4px] border border-line-strong',
        late ? 'pointer-events-none' : 'bg-canvas',
      )}
    >
      {width > 30 && (
        <span
          className={cx(
            'ml-[3px] max-w-full truncate rounded-[3px] px-[4px] text-cap font-semibold',
            late ? 'bg-late-soft text-late' : 'bg-canvas text-ink-2',
          )}
        >
          {word}
        </span>
      )}
    </span>
  );
}

const languagesOf = (person: Person): string => person.languages.map((tag) => tag.toUpperCase()).join(' ');

/** Team and languages, and what they do now where it is known. */
export function whoWords(person: Person, state: string | null): string {
  const who = [person.team, languagesOf(person)].filter(Boolean).join(', ');
  return [state, who].filter(Boolean).join(' · ');
}

type HeadProps = {
  readonly title: string;
  readonly above: ReactNode;
  readonly below: string;
  readonly mark: ReactNode;
  readonly current: boolean;
};

function LaneHead({ title, above, below, mark, current }: HeadProps) {
  return (
    <div
      role="rowheader"
      title={title}
      style={{ width: headPx }}
      className={cx(
        'sticky left-0 z-[6] flex h-full shrink-0 items-center gap-2 border-r border-line pr-2 pl-[14px]',
        current
          ? 'bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-[2px] before:bg-accent'
          : 'bg-surface',
      )}
    >
      {mark}
      <span className="min-w-0 flex-1 leading-[15px]">
        <span className="block truncate text-[12.5px] leading-[16px] font-semibold" dir="auto">
          {above}
        </span>
        <span className="block truncate text-cap leading-[14px] text-ink-2" dir="auto">
          {below}
        </span>
      </span>
    </div>
  );
}

type Props = {
  readonly lane: Lane;
  readonly axis: Axis;
  readonly top: number;
  readonly index: number;
  /** The key of the spot under the cursor; `lane` where the lane has none; null where the cursor is elsewhere. */
  readonly cursor: string | null;
  /** A shift that is being dragged: what stays behind is faint. */
  readonly dragged: string | null;
  readonly zone: string;
  readonly names: ReadonlyMap<string, string>;
  readonly state: string | null;
};

function Body({ lane, axis, cursor, dragged, zone, names }: Props) {
  const spots = spotsOf(lane);
  const notThere = lane.attendance.map((one) => attendanceWords(one, zone));
  const off = lane.away.map((one) => spanWords(offWords(one), one, zone));
  return (
    <>
      {lane.away.map((one) => (
        <Overlay key={one.id} axis={axis} span={one} words={offWords(one)} />
      ))}
      {lane.shifts.map(
        (shift) =>
          shift.draft &&
          !shift.removed && (
            <span
              key={shift.id}
              aria-hidden
              style={{ left: box(axis, shift).left - 2, width: box(axis, shift).width + 2 }}
              className="absolute top-[4px] h-[31px] rounded-[6px] border border-dashed border-accent"
            />
          ),
      )}
      {spots.map((spot) => (
        <PieceBox
          key={spot.key}
          spot={spot}
          axis={axis}
          title={[spotWords(spot, zone, names), ...notThere].join(', ')}
          current={cursor === spot.key}
          faint={dragged === spot.shift.id}
        />
      ))}
      {spots.length === 0 && (
        <span
          role="gridcell"
          id={spotId(`lane-${lane.id}`)}
          data-cursor={cursor === 'lane' || undefined}
          aria-selected={cursor === 'lane'}
          aria-label={[d.board.noShift, ...off].join(', ')}
          className={cx(
            'absolute top-[6px] left-0 h-[27px] w-[88px] rounded-[4px] px-[6px] text-cap leading-[25px] text-ink-2',
            cursor === 'lane' && 'ring-2 ring-accent ring-inset',
          )}
        >
          {lane.away.length === 0 && d.board.noShift}
        </span>
      )}
      {lane.attendance.map((one) => (
        <Overlay key={one.id} axis={axis} span={one} words={attendanceWords(one, zone)} late />
      ))}
    </>
  );
}

/** Somebody's day: their shifts from left to right, what they are away for, and what they do now. */
export const LaneRow = memo(function LaneRow(props: Props) {
  const { lane, axis, top, index, cursor, state } = props;
  const { person } = lane;
  const current = cursor !== null;
  const title =
    person === null ? d.board.openHow : [person.name, whoWords(person, state), person.skills.join(', ')].join(', ');
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      data-lane={lane.id}
      style={{ transform: `translateY(${top}px)`, width: headPx + axis.widthPx }}
      className={cx('absolute top-0 left-0 flex h-[40px] border-b border-line', current && 'bg-accent-soft/30')}
    >
      <LaneHead
        title={title}
        current={current}
        mark={
          person === null ? (
            <span aria-hidden className="size-5 shrink-0 rounded-full border border-dashed border-ink-3" />
          ) : (
            <Avatar name={person.name} />
          )
        }
        above={person?.name ?? d.board.open}
        below={person === null ? d.board.openHow : whoWords(person, state)}
      />
      <div role="presentation" className="relative h-full flex-1" data-hours>
        <Body {...props} />
      </div>
    </div>
  );
});
