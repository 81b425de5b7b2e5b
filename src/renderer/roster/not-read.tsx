import { messageOf } from '../app/errors.ts';
import { rw } from '../strings/en-roster.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Kbd } from '../ui/kbd.tsx';

type Asked = { readonly error: Error | null; readonly refetch: () => unknown };

/** What stands where something is not read yet, or could not be. */
export function NotRead({ asked: { error, refetch } }: { readonly asked: Asked }) {
  if (error === null) return <div aria-busy aria-label={rw.loading} role="status" className="flex-1" />;
  return (
    <Empty title={rw.failed} actions={<Button onClick={() => void refetch()}>{rw.retry}</Button>}>
      {messageOf(error)}
    </Empty>
  );
}

/** Which keys do what, where they act. */
export function Hints({ hints }: { readonly hints: readonly (readonly [string, string])[] }) {
  return (
    <div className="flex shrink-0 flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-[6px] text-small text-ink-2">
      {hints.map(([keys, words]) => (
        <span key={keys} className="flex items-center gap-1 whitespace-nowrap">
          <Kbd keys={keys} /> {words}
        </span>
      ))}
    </div>
  );
}
