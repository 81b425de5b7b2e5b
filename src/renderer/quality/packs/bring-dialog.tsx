import { FileLock2 } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type SyntheticEvent } from 'react';
import { chooseFile } from '../../app/choose-file.ts';
import { undo } from '../../app/actions.ts';
import { messageOf } from '../../app/errors.ts';
import { whileSaving } from '../../app/saving.ts';
import { say } from '../../app/toasts.tsx';
import { client } from '../../client/client.ts';
import { upload } from '../../exchange/upload.ts';
import { qp } from '../../strings/en-quality-packs.ts';
import { t } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { conflictsEntry, setPacks } from './packs-store.ts';
import { PassphraseInput } from './passphrase.tsx';

const w = qp.bring;
export type Bringing = 'open' | 'home';
type Home = { readonly merged: number; readonly same: number; readonly conflicts: number };

type FileProps = {
  readonly file: File | null;
  readonly onChoose: (file: File) => void;
  readonly error: string | undefined;
};

/** The file of a pack, chosen with the platform's own dialog or dropped here. */
function PackFile({ file, onChoose, error }: FileProps) {
  const [over, setOver] = useState(false);
  const choose = (): void => chooseFile('.fdpack', onChoose);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped !== undefined) onChoose(dropped);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cx(
        'flex min-h-[54px] flex-wrap items-center gap-3 rounded-md border border-dashed px-3 py-2',
        over ? 'border-accent bg-accent-soft' : error === undefined ? 'border-line-strong' : 'border-late',
      )}
    >
      <FileLock2 size={18} strokeWidth={1.6} aria-hidden className="shrink-0 text-ink-2" />
      {file !== null && (
        <span className="min-w-0 flex-1 truncate font-semibold" dir="auto" title={file.name}>
          {file.name} <span className="font-normal text-ink-2">{w.size(file.size)}</span>
        </span>
      )}
      <Button data-choose tabIndex={0} onClick={choose}>
        {file === null ? w.choose : w.other}
      </Button>
      {file === null && (
        <span className={cx('text-small', error === undefined ? 'text-ink-2' : 'text-late')}>{error ?? w.drop}</span>
      )}
    </div>
  );
}

type Sent = { readonly file: File; readonly uploadId: string };

/** The file goes up once; a passphrase that was wrong does not send it again. */
function useSend() {
  const sent = useRef<Sent | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const stopping = useRef(new AbortController());
  useEffect(() => {
    const stop = (stopping.current = new AbortController());
    return () => stop.abort();
  }, []);
  const send = async (file: File): Promise<string> => {
    if (sent.current?.file === file) return sent.current.uploadId;
    setProgress(0);
    const { signal } = stopping.current;
    const uploadId = await upload(file, { signal, onProgress: setProgress });
    setProgress(null);
    sent.current = { file, uploadId };
    return uploadId;
  };
  return { send, progress };
}

async function bring(what: Bringing, uploadId: string, passphrase: string): Promise<Home | null> {
  const source = { uploadId };
  if (what === 'open') {
    const { pack } = await client.quality.packOpen({ source, passphrase });
    setPacks({ entryId: pack.id });
    return null;
  }
  const { merged, same, conflicts, label, changeSet } = await client.quality.packMerge({ source, passphrase });
  say({
    title: label,
    ...(changeSet !== null && { action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo(changeSet) } }),
  });
  return { merged, same, conflicts: conflicts.length };
}

type FormProps = { readonly what: Bringing; readonly onClose: () => void; readonly onHome: (home: Home) => void };

function BringForm({ what, onClose, onHome }: FormProps) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const { send, progress } = useSend();
  const box = useRef<HTMLFormElement>(null);
  const focusOn = (selector: string): void => box.current?.querySelector<HTMLElement>(selector)?.focus();
  const submit = async (): Promise<void> => {
    setTried(true);
    if (file === null || passphrase === '') {
      focusOn(file === null ? '[data-choose]' : 'input');
      return;
    }
    if (working) return;
    setWorking(true);
    setFailed(null);
    try {
      const home = await whileSaving(send(file).then((uploadId) => bring(what, uploadId, passphrase)));
      if (home === null) onClose();
      else onHome(home);
    } catch (error) {
      setFailed(messageOf(error));
      setWorking(false);
      focusOn('input');
    }
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void submit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void submit();
  };
  const status =
    failed ?? (progress !== null && file !== null ? w.sending(progress, file.size) : working ? w.opening : '');
  return (
    <form ref={box} noValidate onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-col gap-3 p-4">
      <p className="text-ink-2">{what === 'open' ? w.openHow : w.homeHow}</p>
      <PackFile
        file={file}
        error={tried && file === null ? w.needFile : undefined}
        onChoose={(chosen) => {
          setFile(chosen);
          setFailed(null);
          focusOn('input');
        }}
      />
      <PassphraseInput
        label={w.passphrase}
        value={passphrase}
        onChange={(typed) => {
          setPassphrase(typed);
          setFailed(null);
        }}
        error={tried && file !== null && passphrase === '' ? w.needPassphrase : undefined}
      />
      <FormFoot>
        <span role="status" className={cx('min-w-0 flex-1 text-small', failed === null ? 'text-ink-2' : 'text-late')}>
          {status}
        </span>
        <Button onClick={onClose}>{qp.cancel}</Button>
        <Button type="submit" look="primary" disabled={working}>
          {what === 'open' ? w.openSubmit : w.homeSubmit}
          <Kbd keys="mod+enter" on />
        </Button>
      </FormFoot>
    </form>
  );
}

/** What came home, in numbers, and what waits for a choice. */
function HomeResult({ home, onClose }: { readonly home: Home; readonly onClose: () => void }) {
  return (
    <div className="flex flex-col gap-3 p-4">
      <p role="status">{w.result(home.merged, home.same, home.conflicts)}</p>
      <div className="flex justify-end gap-2">
        {home.conflicts > 0 && (
          <Button
            look="primary"
            autoFocus
            tabIndex={0}
            onClick={() => {
              setPacks({ entryId: conflictsEntry, settling: true });
              onClose();
            }}
          >
            {w.toConflicts}
          </Button>
        )}
        <Button autoFocus={home.conflicts === 0} tabIndex={0} onClick={onClose}>
          {w.done}
        </Button>
      </div>
    </div>
  );
}

type Props = { readonly what: Bringing; readonly open: boolean; readonly onClose: () => void };

function Body({ what, onClose }: Omit<Props, 'open'>) {
  const [home, setHome] = useState<Home | null>(null);
  return home === null ? (
    <BringForm what={what} onClose={onClose} onHome={setHome} />
  ) : (
    <HomeResult home={home} onClose={onClose} />
  );
}

/** Opens the pack of somebody else to be worked on, or brings one of this desk home. */
export function BringDialog({ what, open, onClose }: Props) {
  return (
    <Dialog title={what === 'open' ? w.openTitle : w.homeTitle} open={open} onClose={onClose} width={520}>
      {open && <Body what={what} onClose={onClose} />}
    </Dialog>
  );
}
