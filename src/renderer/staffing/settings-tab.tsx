import { Plus } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { StaffingSettings } from '../../contract/index.ts';
import { placeAfter, stepOf } from '../ui/list-steps.ts';
import { sw } from '../strings/en-staffing.ts';
import { same } from '../tickets/filter-fields.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Field, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { NotRead } from '../ui/not-read.tsx';
import { Hints } from '../ui/hints.tsx';
import { numberIn } from '../ui/read-number.ts';
import { RequiredPreview } from './required-preview.tsx';
import { addStream, changeStream, removeStream, saveSettings, setDraft } from './settings-actions.ts';
import {
  draftOf,
  readStream,
  wrongGeneral,
  type GeneralField,
  type SettingsDraft,
  type StreamDraft,
} from './settings-draft.ts';
import { setStaffing, useStaffing } from './staffing-store.ts';
import { StreamEditor } from './stream-editor.tsx';
import { useTabActions } from './tab-actions.ts';
import { useSettings } from './use-day.ts';
import { firstMark, stageOf, useFirstFocus } from '../app/use-focus.ts';

const w = sw.settings;
const intervals = [15, 30, 60] as const;

/** Another stream is called the same, whatever its case. */
const hasTwin = (streams: readonly StreamDraft[], stream: StreamDraft): boolean =>
  streams.some(({ id, name }) => id !== stream.id && name.trim().toLowerCase() === stream.name.trim().toLowerCase());

function General({ draft }: { readonly draft: SettingsDraft }) {
  const wrong = wrongGeneral(draft);
  const error = (field: GeneralField): string | undefined => (wrong.has(field) ? w.wrong[field] : undefined);
  const set = (part: Partial<SettingsDraft>): void => setDraft({ ...draft, ...part });
  const text = (field: GeneralField, label: string, width: string) => (
    <div className={width}>
      <Field label={label} error={error(field)}>
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="decimal"
            maxLength={8}
            value={draft[field]}
            onChange={(event) => set({ [field]: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
  return (
    <section aria-label={w.desk} className="flex flex-col gap-3">
      <h2 className="text-title font-bold">{w.desk}</h2>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {text('shrinkage', w.shrinkage, 'w-[110px]')}
        <div className="flex flex-col gap-1">
          <span className="text-small font-medium text-ink-2">{w.interval}</span>
          <Segmented
            label={w.interval}
            look="accent"
            segments={intervals.map((value) => ({ value: String(value), label: w.minutes(value) }))}
            value={String(draft.intervalMinutes)}
            onChange={(next) => set({ intervalMinutes: intervals.find((each) => String(each) === next) ?? 30 })}
          />
        </div>
        <fieldset>
          <legend className="sr-only">{w.band}</legend>
          <div className="flex gap-2">
            {text('low', w.bandLow, 'w-[150px]')}
            {text('high', w.high, 'w-[110px]')}
          </div>
        </fieldset>
      </div>
      <p className="text-small text-ink-2">{w.shrinkageHint}</p>
    </section>
  );
}

type ListProps = { readonly streams: readonly StreamDraft[]; readonly at: number; readonly onAdd: () => void };

function Streams({ streams, at, onAdd }: ListProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event.key);
    if (step === null) return;
    setStaffing({ editedId: streams[placeAfter(at, step, streams.length)]?.id ?? null });
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-title font-bold">{w.streams}</h2>
      <div
        {...firstMark}
        role="listbox"
        tabIndex={0}
        aria-label={w.streams}
        aria-activedescendant={`${id}-${at}`}
        data-board
        onKeyDown={onKeyDown}
        className="rounded-md border border-line"
      >
        {streams.map((stream, index) => {
          const wrong = readStream(stream).wrong.size > 0 || hasTwin(streams, stream);
          return (
            <div
              key={stream.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              data-cursor={index === at || undefined}
              onClick={() => setStaffing({ editedId: stream.id })}
              className={cx(
                'flex min-h-[34px] flex-col justify-center border-b border-line px-3 py-1 first:rounded-t-md last:rounded-b-md last:border-b-0',
                index === at ? 'bg-accent-soft' : 'hover:bg-canvas',
              )}
            >
              <span className="truncate font-semibold" dir="auto">
                {stream.name.trim() === '' ? w.unnamed : stream.name}
              </span>
              {wrong && <span className="text-small text-late">{w.isWrong}</span>}
            </div>
          );
        })}
      </div>
      <Button small className="self-start" onClick={onAdd} icon={<Plus size={13} aria-hidden />}>
        {w.add} <Kbd keys="n" />
      </Button>
      <p className="text-small text-ink-2">{w.streamsHow}</p>
    </div>
  );
}

function Editor({ kept }: { readonly kept: StaffingSettings }) {
  const held = useStaffing((state) => state.draft);
  const editedId = useStaffing((state) => state.editedId);
  const draft = held ?? draftOf(kept);
  const changed = held !== null && !same(held, draftOf(kept));
  const editor = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    draft.streams.findIndex(({ id }) => id === editedId),
  );
  const stream = draft.streams[at];
  const fresh = useRef<string | null>(null);
  const add = (): void => {
    addStream(draft);
    fresh.current = 'new';
  };
  const remove = (): void => {
    if (stream !== undefined) removeStream(draft, stream.id);
  };
  const toWrong = (): void => {
    requestAnimationFrame(() =>
      editor.current?.querySelector<HTMLElement>('input[aria-invalid="true"], [aria-invalid="true"] input')?.focus(),
    );
  };
  const save = (): void => {
    void saveSettings(draft).then((done) => {
      if (!done) toWrong();
    });
  };
  useTabActions({
    add,
    remove,
    save,
    edit: () => editor.current?.querySelector<HTMLElement>('[data-editor] input')?.focus(),
  });
  // A stream that was just begun is named first.
  useEffect(() => {
    if (fresh.current === null) return;
    fresh.current = null;
    const name = editor.current?.querySelector<HTMLInputElement>('[data-editor] input');
    name?.focus();
    name?.select();
  }, [stream?.id]);
  if (stream === undefined) return null;
  return (
    <>
      <div ref={editor} className="@container min-h-0 flex-1 overflow-y-auto">
        <div className="flex flex-col gap-6 px-4 py-4">
          <General draft={draft} />
          <div className="flex gap-6 border-t border-line pt-4 @max-[900px]:gap-4">
            <div className="w-[200px] shrink-0 @max-[900px]:w-[146px]">
              <Streams streams={draft.streams} at={at} onAdd={add} />
            </div>
            <div data-editor className="min-w-0 flex-1">
              <StreamEditor
                key={stream.id}
                stream={stream}
                twice={hasTwin(draft.streams, stream)}
                onChange={(part) => changeStream(draft, stream.id, part)}
                onRemove={remove}
              />
            </div>
            <div className="w-[260px] shrink-0 @max-[900px]:w-[216px]">
              <RequiredPreview
                stream={readStream(stream).stream}
                shrinkage={shareOf(draft.shrinkage)}
                minutes={draft.intervalMinutes}
              />
            </div>
          </div>
        </div>
      </div>
      <div className="flex shrink-0 items-center justify-end gap-2 border-t border-line px-4 py-2">
        {changed && <span className="text-small text-ink-2">{w.changed}</span>}
        <Button disabled={!changed} onClick={() => setStaffing({ draft: null })}>
          {w.discard}
        </Button>
        <Button look="primary" disabled={!changed} onClick={save}>
          {w.save} <Kbd keys="mod+s" on />
        </Button>
      </div>
    </>
  );
}

function shareOf(percent: string): number | null {
  const value = numberIn(percent, 0, 90);
  return value === null ? null : value / 100;
}

/** Streams and what is promised for them, shrinkage, the interval and the band; with what the stream would need. */
export function SettingsTab() {
  const asked = useSettings();
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box, stageOf(asked.data?.streams.length));
  return (
    <section aria-label={w.label} ref={box} className="flex min-h-0 flex-1 flex-col">
      {asked.data === undefined ? <NotRead asked={asked} /> : <Editor kept={asked.data} />}
      <Hints
        hints={[
          ['arrowup / arrowdown', w.hints.stream],
          ['e', w.hints.edit],
          ['n', w.hints.add],
          ['delete', w.hints.remove],
        ]}
      />
    </section>
  );
}
