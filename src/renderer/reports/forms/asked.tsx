import { keepFocus } from '../../app/keep-focus.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useLast } from '../../ui/use-last.ts';
import { ask, useReports } from '../reports-store.ts';
import { ItemForm } from './item-form.tsx';

const close = (): void => {
  ask(null);
  keepFocus();
};

/** What is being asked for, in a dialog, wherever on the screen it was asked. */
export function Asked() {
  const asking = useReports((state) => state.asking);
  const last = useLast(asking);
  if (last === null) return null;
  return (
    <Dialog title={last.item === null ? rw.form.newItem : rw.form.item} open={asking !== null} onClose={close}>
      <ItemForm item={last.item} issue={last.issue} onClose={close} />
    </Dialog>
  );
}
