import { chooseFiles } from '../app/choose-file.ts';
import { Paperclip, X } from 'lucide-react';
import { n } from '../strings/en-intake.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { attachFiles, change, useIntake } from './intake-store.ts';

/** What goes with the ticket; kept as it came, under a safe name. */
export function FilesField() {
  const files = useIntake((state) => state.form.files);
  const copying = useIntake((state) => state.copying);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        small
        icon={<Paperclip size={13} aria-hidden />}
        onClick={() => chooseFiles({ multiple: true }, (chosen) => void attachFiles(chosen))}
      >
        {n.attach}
      </Button>
      {files.map(({ uploadId, name, bytes }) => (
        <span
          key={uploadId}
          className="inline-flex h-[26px] max-w-[260px] items-center gap-2 rounded-md bg-sunken pr-1 pl-2 text-small"
        >
          <span className="truncate" dir="auto">
            {name}
          </span>
          <span className="shrink-0 text-ink-2 tabular-nums">{n.bytes(bytes)}</span>
          <IconButton
            label={n.removeFile(name)}
            onClick={() => change({ files: files.filter((file) => file.uploadId !== uploadId) })}
          >
            <X size={12} aria-hidden />
          </IconButton>
        </span>
      ))}
      {copying !== null && (
        <span role="status" className="text-small text-ink-2">
          {n.sending(copying)}
        </span>
      )}
    </div>
  );
}
