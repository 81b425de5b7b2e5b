import { useRef, type PointerEvent } from 'react';
import { cx } from './cx.ts';

type ResizerProps = {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Which way makes it wider: a panel at the right grows to the left. */
  readonly grows: 'left' | 'right';
  readonly onResize: (px: number) => void;
  /** When it is let go, with the width it has then. */
  readonly onDone?: (px: number) => void;
  readonly className?: string;
  readonly focusable?: boolean;
};

const stepPx = 16;

/** A line to drag, or to move with the arrow keys. */
export function Resizer({
  label,
  value,
  min,
  max,
  grows,
  onResize,
  onDone,
  className,
  focusable = true,
}: ResizerProps) {
  const drag = useRef<{ readonly x: number; readonly value: number; px: number } | null>(null);
  const sign = grows === 'right' ? 1 : -1;
  const set = (wanted: number): number => {
    const px = Math.round(Math.min(Math.max(wanted, min), max));
    onResize(px);
    return px;
  };
  const begin = (event: PointerEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, value, px: value };
  };
  const end = (): void => {
    if (drag.current === null) return;
    onDone?.(drag.current.px);
    drag.current = null;
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={focusable ? 0 : -1}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={begin}
      onPointerMove={(event) => {
        const held = drag.current;
        if (held !== null) held.px = set(held.value + sign * (event.clientX - held.x));
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={(event) => {
        const step = { ArrowRight: stepPx, ArrowLeft: -stepPx }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        onDone?.(set(value + sign * step));
      }}
      className={cx('absolute top-0 bottom-0 z-10 w-[7px] cursor-col-resize touch-none hover:bg-accent/25', className)}
    />
  );
}
