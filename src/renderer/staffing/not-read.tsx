import { messageOf } from '../app/errors.ts';
import { sw } from '../strings/en-staffing.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Kbd } from '../ui/kbd.tsx';

type Asked = { readonly error: Error | null; readonly refetch: () => unknown };

type Props = {
  readonly asked: Asked;
  /** What is read, and that it could not be: staffing where nothing else is said. */
  readonly words?: { readonly loading: string; readonly failed: string };
};

/** What stands where something is not read yet, or could not be. */
export function NotRead({ asked: { error, refetch }, words = sw }: Props) {
  if (error === null)
    return (
      <div aria-busy aria-label={words.loading} role="status" className="flex flex-1 flex-col gap-3 p-4">
        {['w-[28%]', 'w-[64%]', 'w-[52%]'].map((width) => (
          <div key={width} className={`ghost ${width}`} />
        ))}
      </div>
    );
  return (
    <Empty title={words.failed} actions={<Button onClick={() => void refetch()}>{sw.retry}</Button>}>
      {messageOf(error)}
    </Empty>
  );
}

/** Which keys do what, where they act. */
export function Hints({ hints }: { readonly hints: readonly (readonly [string, string])[] }) {
  return (
    <div className="flex shrink-0 flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-[6px] text-small text-ink-2 print:hidden">
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
