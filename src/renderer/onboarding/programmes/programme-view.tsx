import type { KeyboardEvent, Ref } from 'react';
import type { Programme, Stage } from '../../../contract/index.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { pw } from '../../strings/en-onboarding-programmes.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { archive } from '../writes.ts';
import { openProgramme } from './programme-actions.ts';

const signers = ({ signOff }: Stage): string =>
  pw.signs((['agent', 'trainer'] as const).filter((who) => signOff[who]).map((who) => pw.signedBy[who]));

/** A stage as it will be: how long, what is to be done, what the data have to show. */
function StageView({ stage }: { readonly stage: Stage }) {
  return (
    <section aria-label={stage.name} className="flex flex-col gap-1">
      <h3 className="font-bold break-words" dir="auto">
        {stage.name}
      </h3>
      <p className="flex flex-wrap gap-x-3 text-small text-ink-2 tabular-nums">
        <span>{ow.workDays(stage.workDays)}</span>
        <span>{ow.page.rampOf(stage.rampPercent)}</span>
        <span>{signers(stage)}</span>
        {stage.gates.length > 0 && <span dir="auto">{ow.page.asks(stage.gates.map(ow.gateAsks))}</span>}
      </p>
      {stage.summary !== '' && (
        <p className="break-words whitespace-pre-wrap" dir="auto">
          {stage.summary}
        </p>
      )}
      <ul className="list-disc pl-5">
        {stage.tasks.map(({ id, name, material, quiz }) => (
          <li key={id}>
            <span className="break-words" dir="auto">
              {name}
            </span>
            {quiz !== null && (
              <span className="block text-small text-ink-2">
                {ow.page.quiz(quiz.questions.length, quiz.passPercent)}
              </span>
            )}
            {material !== '' && <bdi className="block text-small break-words text-ink-2">{material}</bdi>}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Props = {
  readonly ref: Ref<HTMLDivElement>;
  readonly programme: Programme;
  readonly leads: boolean;
  readonly onLeave: () => void;
};

/** A programme to be read, with what leads on to changing it. */
export function ProgrammeView({ ref, programme, leads, onLeave }: Props) {
  const { name, summary, stages, certificate, template, archived } = programme;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };
  return (
    <div
      ref={ref}
      role="region"
      aria-label={pw.view(name)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="flex min-h-0 min-w-0 flex-1 flex-col gap-4 overflow-y-auto border-l border-line p-4 -outline-offset-2 max-[820px]:border-t max-[820px]:border-l-0"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="min-w-0 flex-1 basis-[200px] text-title font-bold break-words" dir="auto">
          {name}
        </h2>
        {leads && (
          <Button onClick={() => openProgramme(programme)}>
            {template ? pw.copy : pw.edit}
            <Kbd keys="enter" />
          </Button>
        )}
        {leads && !template && (
          <Button onClick={() => archive(programme)}>
            {archived ? pw.unarchive : pw.archive}
            <Kbd keys="delete" />
          </Button>
        )}
      </div>
      {summary !== '' && (
        <p className="break-words whitespace-pre-wrap" dir="auto">
          {summary}
        </p>
      )}
      {stages.map((stage) => (
        <StageView key={stage.id} stage={stage} />
      ))}
      {certificate !== null && (
        <p className="text-small text-ink-2" dir="auto">
          {pw.givesCertificate(certificate.name, certificate.validMonths)}
        </p>
      )}
    </div>
  );
}
