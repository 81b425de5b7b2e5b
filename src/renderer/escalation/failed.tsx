import { messageOf } from '../app/errors.ts';
import { e } from '../strings/en-escalation.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';

type Asked = { readonly error: Error | null; readonly refetch: () => unknown };

/** What stands where something is not read yet, or could not be. */
export function NotRead({ asked: { error, refetch } }: { readonly asked: Asked }) {
  if (error === null) return <div aria-busy aria-label={e.loading} role="status" className="flex-1" />;
  return (
    <Empty title={e.failed} actions={<Button onClick={() => void refetch()}>{e.retry}</Button>}>
      {messageOf(error)}
    </Empty>
  );
}
