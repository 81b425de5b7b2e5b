import { messageOf } from '../app/errors.ts';
import { t } from '../strings/en.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';

type Asked = { readonly error: Error | null; readonly refetch: () => unknown };

type Props = {
  readonly asked: Asked;
  /** What is read, and that it could not be. */
  readonly words?: { readonly loading: string; readonly failed: string };
};

/** What stands where something is not read yet, or could not be. */
export function NotRead({ asked: { error, refetch }, words = t.notRead }: Props) {
  if (error === null)
    return (
      <div aria-busy aria-label={words.loading} role="status" className="flex flex-1 flex-col gap-3 p-4">
        {['w-[28%]', 'w-[64%]', 'w-[52%]'].map((width) => (
          <div key={width} className={`ghost ${width}`} />
        ))}
      </div>
    );
  return (
    <Empty title={words.failed} actions={<Button onClick={() => void refetch()}>{t.notRead.retry}</Button>}>
      {messageOf(error)}
    </Empty>
  );
}
