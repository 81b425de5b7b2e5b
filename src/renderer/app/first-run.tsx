import { Boxes, FileDown, LoaderCircle, Plus, type LucideIcon } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { client, queryClient } from '../client/client.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { command } from './actions.ts';
import { saveSettings } from './settings.tsx';
import { goTo } from './window-store.ts';
import { ownZone, zonesWith } from './zones.ts';

type ChoiceProps = {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly how: string;
  readonly busy?: boolean;
  readonly disabled: boolean;
  /** Has the focus at first: somebody may have only keys. */
  readonly first?: boolean;
  readonly onPick: () => void;
};

function Choice({ icon: Icon, title, how, busy = false, disabled, first = false, onPick }: ChoiceProps) {
  const Shown = busy ? LoaderCircle : Icon;
  return (
    <button
      type="button"
      autoFocus={first}
      disabled={disabled}
      onClick={onPick}
      className="flex w-full items-start gap-3 rounded-lg border border-line-strong bg-surface p-4 text-left hover:bg-canvas disabled:opacity-60"
    >
      <Shown
        size={20}
        strokeWidth={1.6}
        aria-hidden
        className={`mt-[1px] shrink-0 text-accent ${busy ? 'animate-spin' : ''}`}
      />
      <span>
        <span className="block font-bold">{title}</span>
        <span className="block text-ink-2">{how}</span>
      </span>
    </button>
  );
}

function EmptyDesk({ name: given, onBack }: { readonly name: string; readonly onBack: () => void }) {
  const [name, setName] = useState(given);
  const [timeZone, setZone] = useState(ownZone);
  const zones = zonesWith(timeZone).map((zone) => ({ value: zone, label: zone }));
  const start = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') void saveSettings({ name: name.trim(), timeZone, started: true });
  };
  return (
    <form onSubmit={start} className="flex flex-col gap-3">
      <Field label={t.settings.name}>
        {(ids) => (
          <TextInput
            {...ids}
            autoFocus
            onFocus={(event) => event.target.select()}
            dir="auto"
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t.settings.zone}>
        {(ids) => <Select {...ids} options={zones} value={timeZone} onPick={setZone} />}
      </Field>
      <div className="mt-1 flex justify-end gap-2">
        <Button onClick={onBack}>{t.firstRun.back}</Button>
        <Button type="submit" look="primary" disabled={name.trim() === ''}>
          {t.firstRun.start}
        </Button>
      </div>
    </form>
  );
}

type Step = 'choose' | 'sample' | 'import' | 'empty';

function useStep() {
  const [step, setStep] = useState<Step>('choose');
  const sample = async (): Promise<void> => {
    setStep('sample');
    const made = await command(client.desk.sample({}));
    const started = made !== null && (await saveSettings({ started: true }));
    if (started) await queryClient.invalidateQueries();
    else setStep('choose');
  };
  const importing = async (): Promise<void> => {
    setStep('import');
    goTo('import');
    if (!(await saveSettings({ started: true, timeZone: ownZone() }))) setStep('choose');
  };
  return { step, setStep, sample, importing };
}

/** The first thing anybody sees: three ways to begin. */
export function FirstRun({ name, file }: { readonly name: string; readonly file: string }) {
  const { step, setStep, sample, importing } = useStep();
  const busy = step === 'sample' || step === 'import';
  return (
    <main className="flex h-full flex-col items-center justify-center overflow-y-auto bg-canvas p-6">
      <div className="w-[460px] max-w-full">
        <span
          aria-hidden
          className="mb-4 inline-flex size-9 items-center justify-center rounded-lg bg-accent text-[18px] font-bold text-on-accent"
        >
          F
        </span>
        <h1 className="text-[20px] leading-7 font-bold">{t.firstRun.title}</h1>
        <p className="mb-5 text-ink-2">{t.firstRun.lead}</p>
        {step === 'empty' ? (
          <EmptyDesk name={name} onBack={() => setStep('choose')} />
        ) : (
          <div className="flex flex-col gap-2">
            <Choice
              icon={Boxes}
              first
              busy={step === 'sample'}
              disabled={busy}
              title={step === 'sample' ? t.firstRun.working : t.firstRun.sample}
              how={t.firstRun.sampleHow}
              onPick={() => void sample()}
            />
            <Choice
              icon={FileDown}
              busy={step === 'import'}
              disabled={busy}
              title={t.firstRun.import}
              how={t.firstRun.importHow}
              onPick={() => void importing()}
            />
            <Choice
              icon={Plus}
              disabled={busy}
              title={t.firstRun.empty}
              how={t.firstRun.emptyHow}
              onPick={() => setStep('empty')}
            />
          </div>
        )}
        <p className="mt-4 text-small break-all text-ink-2">
          {t.firstRun.file}: {file}
        </p>
      </div>
    </main>
  );
}
