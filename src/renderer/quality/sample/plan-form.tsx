import { X } from 'lucide-react';
import { useRef } from 'react';
import { create } from 'zustand';
import type { Channel, QualityPlan, Scorecard } from '../../../contract/index.ts';
import { channels } from '../../../contract/words.ts';
import { sayError } from '../../app/errors.ts';
import { whileSaving } from '../../app/saving.ts';
import { say } from '../../app/toasts.tsx';
import { client, orpc, queryClient } from '../../client/client.ts';
import { usePeople } from '../../client/use-desk.ts';
import { qw } from '../../strings/en-quality.ts';
import { t } from '../../strings/en.ts';
import { same } from '../../tickets/filter-fields.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ComboPicker } from '../../ui/combo.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Avatar } from '../../ui/marks.tsx';
import { useTabActions } from '../tab-actions.ts';
import { draftOf, readPlan, type PlanDraft, type PlanNumber } from './plan-draft.ts';

const w = qw.sample;
const f = w.fields;

/** The plan as it is typed; null: as it is kept. It stays over tabs and screens until it is saved or discarded. */
const usePlanDraft = create<{ readonly draft: PlanDraft | null }>(() => ({ draft: null }));
const setDraft = (draft: PlanDraft | null): void => usePlanDraft.setState({ draft });

type PartProps = { readonly draft: PlanDraft; readonly set: (part: Partial<PlanDraft>) => void };

function Reviewers({ draft, set }: PartProps) {
  const people = usePeople().filter(({ active }) => active);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const toggle = (id: string): void =>
    set({
      reviewerIds: draft.reviewerIds.includes(id)
        ? draft.reviewerIds.filter((each) => each !== id)
        : [...draft.reviewerIds, id],
    });
  return (
    <div className="flex flex-col gap-1">
      <span className="text-small font-medium text-ink-2">{f.reviewers}</span>
      <div className="flex flex-wrap items-center gap-2">
        {draft.reviewerIds.length === 0 && <span className="text-small text-ink-2">{f.noReviewers}</span>}
        {draft.reviewerIds.map((id) => {
          const name = names.get(id) ?? qw.someone;
          return (
            <span
              key={id}
              className="inline-flex h-[25px] items-center gap-[6px] rounded-[5px] bg-sunken pr-1 pl-[6px] text-small"
            >
              <Avatar name={name} />
              <span className="max-w-[140px] truncate" dir="auto">
                {name}
              </span>
              <IconButton label={f.removeReviewer(name)} className="!size-[18px]" onClick={() => toggle(id)}>
                <X size={11} aria-hidden />
              </IconButton>
            </span>
          );
        })}
        <ComboPicker
          trigger={<Chip dashed>{f.addReviewer}</Chip>}
          label={f.reviewers}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={draft.reviewerIds}
          several
          onToggle={({ value }) => value !== null && toggle(value)}
        />
      </div>
    </div>
  );
}

type CardsProps = PartProps & { readonly cards: readonly Scorecard[] };

function Cards({ draft, set, cards }: CardsProps) {
  const nameOf = (id: string): string => cards.find((card) => card.id === id)?.name ?? qw.someone;
  const change = (at: number, next: QualityPlan['cards'][number]): void =>
    set({ cards: draft.cards.map((each, index) => (index === at ? next : each)) });
  const free = cards.filter(({ id, active }) => active && !draft.cards.some(({ scorecardId }) => scorecardId === id));
  return (
    <div className="flex flex-col gap-1">
      <span className="text-small font-medium text-ink-2">{f.cards}</span>
      <p className="text-small text-ink-2">{f.cardsHint}</p>
      {draft.cards.map(({ scorecardId, channels: own }, at) => (
        <div key={scorecardId} className="flex min-h-[30px] items-center gap-2">
          <span className="w-[140px] shrink-0 truncate font-medium" dir="auto" title={nameOf(scorecardId)}>
            {nameOf(scorecardId)}
          </span>
          <ComboPicker
            trigger={
              <Chip
                field={f.channels}
                value={own.length === 0 ? f.anyChannel : own.map((each) => t.channel[each]).join(', ')}
              />
            }
            label={`${nameOf(scorecardId)}, ${f.channels}`}
            options={channels.map((value) => ({ value, label: t.channel[value] }))}
            chosen={own}
            several
            onToggle={({ value }) => {
              const channel = value as Channel;
              const next = own.includes(channel) ? own.filter((each) => each !== channel) : [...own, channel];
              change(at, { scorecardId, channels: next });
            }}
          />
          <span className="flex-1" />
          <IconButton
            label={f.removeCard(nameOf(scorecardId))}
            onClick={() => set({ cards: draft.cards.filter((each) => each.scorecardId !== scorecardId) })}
          >
            <X size={13} aria-hidden />
          </IconButton>
        </div>
      ))}
      {free.length > 0 && (
        <div>
          <ComboPicker
            trigger={<Chip dashed>{f.addCard}</Chip>}
            label={f.addCard}
            options={free.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={[]}
            onToggle={({ value }) =>
              value !== null && set({ cards: [...draft.cards, { scorecardId: value, channels: [] }] })
            }
          />
        </div>
      )}
    </div>
  );
}

type NumberProps = PartProps & {
  readonly field: PlanNumber;
  readonly label: string;
  readonly hint?: string;
  readonly wrong: ReadonlySet<PlanNumber>;
};

const PlanField = ({ draft, set, field, label, hint, wrong }: NumberProps) => (
  <Field label={label} hint={hint} error={wrong.has(field) ? w.wrong[field] : undefined}>
    {(ids) => (
      <TextInput
        {...ids}
        inputMode="decimal"
        maxLength={10}
        className="tabular-nums"
        value={draft[field]}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    )}
  </Field>
);

async function save(plan: QualityPlan): Promise<void> {
  try {
    const saved = await whileSaving(
      client.quality.planSave({
        ...plan,
        reviewerIds: [...plan.reviewerIds],
        cards: plan.cards.map((each) => ({ ...each, channels: [...each.channels] })),
      }),
    );
    queryClient.setQueryData(orpc.quality.plan.queryKey(), saved);
    setDraft(null);
    await queryClient.invalidateQueries({ queryKey: orpc.quality.weeks.key() });
    say({ title: w.planKept });
  } catch (error) {
    sayError(error);
  }
}

/** How much is sampled, by whom it is reviewed and by which scorecards. */
export function PlanForm({ plan, cards }: { readonly plan: QualityPlan; readonly cards: readonly Scorecard[] }) {
  const typed = usePlanDraft((state) => state.draft);
  const box = useRef<HTMLDivElement>(null);
  const draft = typed ?? draftOf(plan);
  const changed = typed !== null && !same(typed, draftOf(plan));
  const read = readPlan(draft);
  const set = (part: Partial<PlanDraft>): void => setDraft({ ...draft, ...part });
  const run = (): void => {
    if (read.plan === null) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    else if (changed) void save(read.plan);
  };
  useTabActions({ save: run, edit: () => box.current?.querySelector<HTMLElement>('input')?.focus() });
  const part = { draft, set, wrong: read.wrong };
  return (
    <aside
      ref={box}
      aria-label={w.plan}
      data-panel
      className="flex w-[380px] shrink-0 flex-col border-l border-line max-[1180px]:w-[320px]"
    >
      <div className="flex h-[42px] shrink-0 items-center gap-2 border-b border-line px-4">
        <h2 className="font-bold">{w.plan}</h2>
        <Kbd keys="e" />
        <span aria-live="polite" className={changed ? 'text-small font-semibold text-risk' : 'text-small text-ink-2'}>
          {changed ? w.planChanged : w.planSaved}
        </span>
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
        <div className="flex shrink-0">
          <PlanField {...part} field="sharePercent" label={f.sharePercent} hint={f.shareHint} />
        </div>
        <div className="flex shrink-0 items-start gap-3">
          <PlanField {...part} field="minPerAgent" label={f.minPerAgent} />
          <PlanField {...part} field="seed" label={f.seed} hint={f.seedHint} />
        </div>
        <div className="flex shrink-0">
          <PlanField {...part} field="riskPicks" label={f.riskPicks} hint={f.riskHint} />
        </div>
        <Reviewers {...part} />
        <Cards {...part} cards={cards} />
        <div className="flex shrink-0 items-start gap-3">
          <PlanField {...part} field="targetOutOfFive" label={f.targetOutOfFive} />
          <PlanField {...part} field="disputeDays" label={f.disputeDays} />
        </div>
      </div>
      <div className="flex shrink-0 justify-end gap-2 border-t border-line px-4 py-[10px]">
        {changed && (
          <Button look="quiet" onClick={() => setDraft(null)}>
            {w.discard}
          </Button>
        )}
        <Button look="primary" disabled={!changed} onClick={run}>
          {w.save}
          <Kbd keys="mod+s" on />
        </Button>
      </div>
    </aside>
  );
}
