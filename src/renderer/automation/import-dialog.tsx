import { useQuery } from '@tanstack/react-query';
import { undo } from '../app/actions.ts';
import { messageOf, sayError } from '../app/errors.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { client } from '../client/client.ts';
import { r } from '../strings/en-rules.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { readAgain } from './rules-actions.ts';
import { chooseRulesFile } from './rules-file.ts';
import { setRules, useRules } from './rules-store.ts';

const close = (): void => setRules({ importing: null });

async function take(json: string): Promise<void> {
  try {
    const { added, changed, changeSet } = await whileSaving(client.automation.importJson({ json }));
    close();
    await readAgain();
    say({
      title: r.file.done(added + changed),
      ...(changeSet !== null && { action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo(changeSet) } }),
    });
  } catch (error) {
    sayError(error);
  }
}

/** What the desk says a file would do, read afresh each time. */
const useDryRun = (json: string) =>
  useQuery({
    queryKey: ['automation', 'dryRun', json],
    queryFn: () => client.automation.importJson({ json, dryRun: true }),
    gcTime: 0,
  });

type InsideProps = { readonly fileName: string; readonly json: string };

function Inside({ fileName, json }: InsideProps) {
  const { data, error } = useDryRun(json);
  const fresh = data === undefined ? 0 : data.added + data.changed;
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="font-semibold break-words" dir="auto">
        {fileName}
      </p>
      {data === undefined && error === null && <p aria-busy>{r.file.reading}</p>}
      {error !== null && (
        <p role="alert" className="break-words text-late">
          {r.file.failed}. {messageOf(error)}
        </p>
      )}
      {data !== undefined && (
        <>
          {fresh === 0 && <p>{r.file.nothing}</p>}
          <ul className="flex flex-col text-body tabular-nums">
            {data.added > 0 && <li>{r.file.willAdd(data.added)}</li>}
            {data.changed > 0 && <li>{r.file.willChange(data.changed)}</li>}
            {data.same > 0 && <li className="text-ink-2">{r.file.same(data.same)}</li>}
          </ul>
          {data.names.length > 0 && (
            <ul
              aria-label={r.file.names}
              tabIndex={0}
              className="max-h-[36vh] overflow-y-auto rounded-md border border-line px-3 py-2"
            >
              {data.names.map((name, index) => (
                <li key={index} className="truncate" dir="auto">
                  {name}
                </li>
              ))}
            </ul>
          )}
          {fresh > 0 && <p className="text-small text-ink-2">{r.file.how}</p>}
        </>
      )}
      <FormFoot>
        <Button look="quiet" onClick={chooseRulesFile}>
          {r.file.other}
        </Button>
        <Button onClick={close}>{r.file.cancel}</Button>
        <Button look="primary" autoFocus disabled={fresh === 0} onClick={() => void take(json)}>
          {r.file.take}
          <Kbd keys="enter" on />
        </Button>
      </FormFoot>
    </div>
  );
}

/** Rules from a file: what they would do, and then, all or none. */
export function ImportRulesDialog() {
  const importing = useRules((state) => state.importing);
  return (
    <Dialog title={r.file.title} open={importing !== null} onClose={close} width={520}>
      {importing !== null && <Inside {...importing} />}
    </Dialog>
  );
}
