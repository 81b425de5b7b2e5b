import { ChevronDown } from 'lucide-react';
import type { DateOrder, Inspection, Question } from '../../contract/index.ts';
import { zonesWith } from '../app/zones.ts';
import { useZone } from '../client/use-desk.ts';
import { x } from '../strings/en-exchange.ts';
import { Chip } from '../ui/chip.tsx';
import { ComboPicker } from '../ui/combo.tsx';
import { exact } from '../ui/format.ts';
import { Answers } from './answers.tsx';
import { give } from './flow.ts';
import { stepOf, useImport } from './import-store.ts';
import { dateExample, openQuestions, readIn, type Draft } from './mapping.ts';
import { Fact, Section, type SectionState } from './section.tsx';

type Part = { readonly draft: Draft; readonly inspection: Inspection };

const questionOf = (draft: Draft, kind: Question['kind']): Question | undefined =>
  draft.questions.find((question) => question.kind === kind);

/** How a date of the file would be read in an order, in words that cannot be read two ways. */
function readsAs(example: string | null, order: DateOrder): string | null {
  const at = example === null ? null : readIn(example, order, 'UTC');
  if (example === null || at === null) return null;
  return x.dates.reads(example, new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at));
}

/** Where an order that nobody is asked for comes from. */
function whyOrder({ mapping }: Draft, { mapping: found, savedMapping }: Inspection): string {
  if (mapping.dateOrder !== found.dateOrder) return x.dates.orderAgainst;
  if (savedMapping !== null) return x.dates.orderSaved(savedMapping);
  return mapping.format === 'boston311' ? x.dates.orderPreset : x.dates.orderProved;
}

const bothOrders = ['dmy', 'mdy'] as const;

function Order({ draft, inspection }: Part) {
  const { mapping } = draft;
  const question = questionOf(draft, 'dateOrder');
  if (question === undefined && mapping.dateOrder === 'ymd') return <p>{x.dates.orderYear}</p>;
  const example = dateExample({ mapping, sample: inspection.sample });
  const options = bothOrders.map((value) => ({
    value,
    label: x.order[value],
    example: readsAs(example, value),
  }));
  return (
    <>
      <p className="mb-[3px] max-w-[760px]">{question?.text ?? whyOrder(draft, inspection)}</p>
      <Answers
        label={x.dates.order}
        options={options}
        suggested={question?.suggested ?? null}
        value={mapping.dateOrder}
        onAnswer={(value) => give('dateOrder', value)}
      />
    </>
  );
}

/** Dates with the year first, where a spreadsheet seems to have swapped some: asked only then. */
function YearOrder({ draft, question }: { readonly draft: Draft; readonly question: Question }) {
  return (
    <>
      <p className="mb-[3px] max-w-[760px]">{question.text}</p>
      <Answers
        label={x.dates.yearOrder}
        options={question.options}
        suggested={question.suggested}
        value={draft.mapping.yearOrder ?? null}
        onAnswer={(value) => give('yearOrder', value)}
      />
    </>
  );
}

/** When a date of the file would be, in the desk's own zone. */
function Instant({ draft, inspection, zone }: Part & { readonly zone: string }) {
  const { mapping } = draft;
  const deskZone = useZone();
  const example = dateExample({ mapping, sample: inspection.sample });
  const at = example === null || mapping.dateOrder === null ? null : readIn(example, mapping.dateOrder, zone);
  if (example === null || at === null || zone === deskZone) return null;
  return (
    <p className="py-[3px] text-small text-ink-2 tabular-nums">
      {x.dates.reads(example, `${exact(at, deskZone)}, ${deskZone}`)}
    </p>
  );
}

function Zone({ draft, inspection }: Part) {
  const { timeZone } = draft.mapping;
  const question = questionOf(draft, 'timeZone');
  const offered = question?.options ?? [];
  const isOther = timeZone !== null && !offered.some((option) => option.value === timeZone);
  const options = [...offered, ...(isOther ? [{ value: timeZone, label: timeZone }] : [])];
  const zones = zonesWith(timeZone ?? 'UTC').map((zone) => ({ value: zone, label: zone }));
  return (
    <>
      <p className="mb-[3px] max-w-[760px]">{question?.text ?? x.dates.zoneKnown}</p>
      {question !== undefined && (
        <Answers
          label={x.dates.zone}
          options={options}
          suggested={question.suggested}
          value={timeZone}
          onAnswer={(value) => give('timeZone', value)}
        />
      )}
      <div className="flex items-center gap-3 py-[3px]">
        <ComboPicker
          label={x.dates.zone}
          options={zones}
          chosen={timeZone === null ? [] : [timeZone]}
          onToggle={({ value }) => {
            if (value !== null) give('timeZone', value);
          }}
          trigger={
            question === undefined ? (
              <Chip value={timeZone ?? ''} aria-label={`${x.dates.zone} ${timeZone ?? ''}`}>
                <ChevronDown size={13} aria-hidden />
              </Chip>
            ) : (
              <Chip dashed>
                {x.dates.another}
                <ChevronDown size={13} aria-hidden />
              </Chip>
            )
          }
        />
        {timeZone !== null && <Instant draft={draft} inspection={inspection} zone={timeZone} />}
      </div>
    </>
  );
}

function noteOf({ mapping, questions }: Draft): string {
  const open = openQuestions({ mapping, questions }).length;
  if (open > 0) return `${x.dates.open(open)}. ${x.dates.answer}`;
  const { dateOrder, timeZone } = mapping;
  return [dateOrder === null ? '' : x.order[dateOrder], timeZone ?? ''].filter(Boolean).join(', ');
}

/** How dates are read: what the file proves is shown and can be changed, what it leaves open must be answered. */
export function DatesSection() {
  const state = useImport();
  const { draft, inspection } = state;
  if (draft === null || inspection === null)
    return <Section id="dates" title={x.steps.dates} state="later" note={x.dates.later} />;
  const step: SectionState = stepOf(state) === 'dates' ? 'now' : 'done';
  if (draft.mapping.format === 'zendeskJson') {
    return <Section id="dates" title={x.steps.dates} state={step} note={x.dates.none} />;
  }
  const part = { draft, inspection };
  const swapped = questionOf(draft, 'yearOrder');
  return (
    <Section id="dates" title={x.steps.dates} state={step} note={noteOf(draft)}>
      <div className="py-[5px]">
        <Fact label={x.dates.order} top>
          <Order {...part} />
        </Fact>
        {swapped !== undefined && (
          <Fact label={x.dates.yearOrder} top>
            <YearOrder draft={draft} question={swapped} />
          </Fact>
        )}
        <Fact label={x.dates.zone} top>
          <Zone {...part} />
        </Fact>
      </div>
    </Section>
  );
}
