import { Button } from '../ui/button.tsx';
import { x } from '../strings/en-exchange.ts';

type ProgressProps = {
  readonly label: string;
  /** 0 to 1; null while nobody can say. */
  readonly share: number | null;
  readonly words: string;
  readonly onCancel?: () => void;
  readonly stopping?: boolean;
};

/** A bar, what it stands for in words, and the way out. It keeps its place and width while the numbers run. */
export function ProgressLine({ label, share, words, onCancel, stopping = false }: ProgressProps) {
  const percent = share === null ? null : Math.round(share * 100);
  return (
    <div className="flex min-h-[56px] items-center gap-4 px-4 py-3">
      <div className="min-w-0 flex-1">
        <div className="mb-[6px] flex gap-2">
          <span className="shrink-0 font-semibold">{label}</span>
          <span className="min-w-0 flex-1 truncate text-ink-2 tabular-nums">{words}</span>
          <span className="shrink-0 text-ink-2 tabular-nums">{percent === null ? '' : `${percent} %`}</span>
        </div>
        <div
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          {...(percent !== null && { 'aria-valuenow': percent, 'aria-valuetext': `${percent} %. ${words}` })}
          className="h-[5px] overflow-hidden rounded-full bg-sunken"
        >
          <div
            className="h-full bg-accent"
            style={{ width: `${percent ?? 100}%`, opacity: percent === null ? 0.35 : 1 }}
          />
        </div>
      </div>
      {onCancel !== undefined && (
        <Button onClick={onCancel} disabled={stopping}>
          {stopping ? x.run.stopping : x.run.cancel}
        </Button>
      )}
    </div>
  );
}
