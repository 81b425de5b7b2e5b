import { d } from '../strings/en-day.ts';
import { clockTime } from '../ui/format.ts';
import { cx } from '../ui/cx.ts';
import { useGhost } from './drag.ts';
import { xOf, type Axis } from './geometry.ts';
import { headPx } from './lane-row.tsx';
import { piecesOf } from './shift-draft.ts';

/** Where what is dragged would land, with its times. Not read out: the keys do the same, and say it. */
export function DragGhost({ axis, zone }: { readonly axis: Axis; readonly zone: string }) {
  const ghost = useGhost((state) => state.ghost);
  if (ghost === null) return null;
  const { shift, activity, top } = ghost;
  const meant = (activity === null ? undefined : shift.activities[activity]) ?? shift;
  const left = xOf(axis, shift.startAt);
  return (
    <div
      aria-hidden
      style={{ transform: `translate(${headPx + left}px, ${top}px)`, width: xOf(axis, shift.endAt) - left }}
      className="pointer-events-none absolute top-0 left-0 z-[4] h-[40px]"
    >
      <span className="absolute inset-x-[-2px] top-[4px] h-[31px] rounded-[6px] border-2 border-accent" />
      {piecesOf(shift).map((piece) => (
        <span
          key={piece.key}
          style={{
            left: xOf(axis, piece.startAt) - left,
            width: Math.max(2, xOf(axis, piece.endAt) - xOf(axis, piece.startAt) - 2),
          }}
          className={cx('absolute top-[6px] h-[27px] rounded-[4px]', `act-${piece.kind}`)}
        />
      ))}
      <span
        style={{ left: xOf(axis, meant.startAt) - left }}
        className="absolute top-[9px] rounded-[4px] bg-accent px-[6px] text-cap leading-[20px] font-semibold whitespace-nowrap text-on-accent tabular-nums"
      >
        {d.cell.span('', clockTime(meant.startAt, zone), clockTime(meant.endAt, zone)).trim()}
      </span>
    </div>
  );
}
