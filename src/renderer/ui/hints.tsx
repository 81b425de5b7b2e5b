import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';

type HintsProps = {
  readonly hints: readonly (readonly [string, string])[];
  /** In a very low window they give their room to what they act on; `?` still lists them. */
  readonly yields?: boolean;
};

/** Which keys do what, where they act. */
export function Hints({ hints, yields = false }: HintsProps) {
  return (
    <div
      className={cx(
        'flex shrink-0 flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-[6px] text-small text-ink-2 print:hidden',
        yields && '[@media(max-height:480px)]:hidden',
      )}
    >
      {hints.map(([keys, words]) => (
        <span key={keys} className="flex items-center gap-1 whitespace-nowrap">
          {keys.split(' / ').map((key) => (
            <Kbd key={key} keys={key} />
          ))}
          {words}
        </span>
      ))}
    </div>
  );
}
