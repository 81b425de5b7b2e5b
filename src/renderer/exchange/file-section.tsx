import { FileDown, TriangleAlert } from 'lucide-react';
import type { Format, Inspection } from '../../contract/index.ts';
import { x } from '../strings/en-exchange.ts';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { chooseExport } from './drop-zone.tsx';
import { dropFile, isBusy, readAs } from './flow.ts';
import { useImport, type FileState } from './import-store.ts';
import { ProgressLine } from './progress-line.tsx';
import { Fact, Section } from './section.tsx';

function Nothing({ error }: { readonly error: string | null }) {
  return (
    <div className="m-4 flex min-h-[172px] flex-col items-center justify-center gap-1 rounded-lg border border-dashed border-line-strong p-6 text-center">
      <FileDown size={26} strokeWidth={1.4} aria-hidden className="mb-1 text-ink-3" />
      <p className="text-title font-bold">{x.drop.title}</p>
      <p className="max-w-[460px] text-ink-2">{x.drop.how}</p>
      {error !== null && (
        <p role="alert" className="mt-1 flex max-w-[560px] items-start gap-2 text-left text-late">
          <TriangleAlert size={15} aria-hidden className="mt-[2px] shrink-0" />
          <span className="min-w-0 break-words">
            {x.drop.failed}. {error}
          </span>
        </p>
      )}
      <Button data-begin className="mt-2" onClick={chooseExport}>
        {x.drop.choose}
      </Button>
    </div>
  );
}

const tableFormats: readonly Format[] = ['servicenow', 'zendeskCsv', 'boston311', 'generic'];

/** Only what can read this kind of file: JSON is Zendesk's, a table never is. */
function ReadAs({ inspection }: { readonly inspection: Inspection }) {
  const format = useImport((state) => state.draft?.mapping.format ?? inspection.mapping.format);
  if (format === 'zendeskJson') return <span className="font-semibold">{x.format.zendeskJson}</span>;
  return (
    <Segmented
      label={x.file.readAs}
      segments={tableFormats.map((value) => ({ value, label: x.format[value] }))}
      value={format}
      onChange={(next) => void readAs(next)}
    />
  );
}

function Facts({ inspection }: { readonly inspection: Inspection }) {
  return (
    <div className="py-[5px]">
      <Fact label={x.file.name}>
        <div className="flex items-center gap-3">
          <span className="min-w-0 truncate font-semibold" dir="auto">
            {inspection.fileName}
          </span>
          <Button small disabled={isBusy()} onClick={chooseExport}>
            {x.drop.other}
          </Button>
        </div>
      </Fact>
      <Fact label={x.file.readAs}>
        <ReadAs inspection={inspection} />
      </Fact>
      <Fact label={x.file.contents}>{x.file.contentsOf(inspection)}</Fact>
      {inspection.notes.length > 0 && (
        <Fact label={x.file.found} top>
          <ul className="max-w-[860px]">
            {inspection.notes.map((note, at) => (
              <li key={at} className="break-words" dir="auto">
                {note}
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </div>
  );
}

function Body({ file, inspection }: { readonly file: FileState; readonly inspection: Inspection | null }) {
  if (file.phase === 'none') return <Nothing error={file.error} />;
  if (file.phase === 'copying') {
    const share = file.bytes === 0 ? 1 : file.sent / file.bytes;
    const words = x.file.reading(file.sent, file.bytes);
    return <ProgressLine label={file.name} share={share} words={words} onCancel={dropFile} />;
  }
  if (file.phase === 'looking')
    return <ProgressLine label={file.name} share={null} words={x.file.looking} onCancel={dropFile} />;
  return inspection === null ? null : <Facts inspection={inspection} />;
}

/** What the file is. */
export function FileSection() {
  const file = useImport((state) => state.file);
  const inspection = useImport((state) => state.inspection);
  return (
    <Section
      id="file"
      title={x.steps.file}
      state={file.phase === 'ready' ? 'done' : 'now'}
      note={file.phase === 'none' ? undefined : `${file.name}, ${x.size(file.bytes)}`}
    >
      <Body file={file} inspection={inspection} />
    </Section>
  );
}
