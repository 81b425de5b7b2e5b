import type { Criterion, ScorecardBody } from '../../../contract/index.ts';
import { cw } from '../../strings/en-quality-cards.ts';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Check } from '../../ui/switch.tsx';
import { AreaField, NumberField } from '../../ui/typed-fields.tsx';
import { edit } from './builder-store.ts';
import {
  changeCriterion,
  levelCount,
  scaleName,
  scaleNames,
  withLevel,
  withScale,
  type Place,
  type ScaleName,
} from './draft.ts';
import { ShareField, sharesOf } from './fields.tsx';

type Props = {
  readonly card: ScorecardBody;
  readonly place: Place;
  readonly criterion: Criterion;
  readonly error: (field: string) => string | undefined;
};
type Change = (part: Partial<Criterion>, tag?: string) => void;
type PartProps = Props & { readonly change: Change };

const f = cw.fields;

function ScaleFields({ criterion, error, change }: PartProps) {
  const { scale } = criterion;
  return (
    <>
      <div className="flex gap-3">
        <div className="w-[112px] shrink-0">
          <NumberField
            label={f.weight}
            value={criterion.weight}
            error={error('weight')}
            onChange={(weight) => change({ weight }, 'weight')}
          />
        </div>
        <Field label={f.scale} error={error('scale')}>
          {(ids) => (
            <Select
              {...ids}
              value={scaleName(scale)}
              onPick={(name) => change(withScale(criterion, name as ScaleName))}
              options={scaleNames.map((value) => ({ value, label: cw.scales[value] }))}
            />
          )}
        </Field>
        {scale.kind === 'numeric' && (
          <>
            <NumberField
              label={f.min}
              value={scale.min}
              onChange={(min) => change({ scale: { ...scale, min } }, 'min')}
            />
            <NumberField
              label={f.max}
              value={scale.max}
              onChange={(max) => change({ scale: { ...scale, max } }, 'max')}
            />
          </>
        )}
      </div>
      <p className="-mt-2 text-small text-ink-2">{cw.hints.weight}</p>
      <Check
        label={f.mayBeNA}
        hint={cw.hints.mayBeNA}
        on={criterion.mayBeNA}
        onChange={(mayBeNA) => change({ mayBeNA })}
      />
    </>
  );
}

/** What a low score brings with it: a failure, a cause to name, a comment to write. */
function LowFields({ criterion, error, change }: PartProps) {
  const { autoFail } = criterion;
  const options = sharesOf(criterion.scale, criterion.levels);
  const notBest = options.slice(0, -1);
  const notWorst = options.slice(1);
  return (
    <>
      <div className="flex gap-3">
        <ShareField
          label={f.autoFail}
          none={cw.never}
          options={notBest}
          value={autoFail?.at ?? null}
          words={cw.atMost}
          error={error('autoFail')}
          onChange={(at) => change({ autoFail: at === null ? null : { at, fails: autoFail?.fails ?? 'card' } })}
        />
        {autoFail !== null && (
          <Field label={cw.failsLabel}>
            {(ids) => (
              <Select
                {...ids}
                value={autoFail.fails}
                onPick={(fails) =>
                  change({ autoFail: { ...autoFail, fails: fails === 'section' ? 'section' : 'card' } })
                }
                options={(['card', 'section'] as const).map((value) => ({ value, label: cw.fails[value] }))}
              />
            )}
          </Field>
        )}
      </div>
      <div className="flex gap-3">
        <ShareField
          label={f.causeBelow}
          none={cw.never}
          options={notWorst}
          value={criterion.causeBelow}
          words={cw.below}
          error={error('causeBelow')}
          onChange={(causeBelow) => change({ causeBelow })}
        />
        <ShareField
          label={f.commentBelow}
          none={cw.never}
          options={notWorst}
          value={criterion.commentBelow}
          words={cw.below}
          error={error('commentBelow')}
          onChange={(commentBelow) => change({ commentBelow })}
        />
      </div>
    </>
  );
}

function before(card: ScorecardBody, id: string): readonly Criterion[] {
  const all = card.sections.flatMap(({ criteria }) => criteria);
  return all.slice(
    0,
    all.findIndex((each) => each.id === id),
  );
}

function ShowIfFields({ card, criterion, error, change }: PartProps) {
  const { showIf } = criterion;
  const known = before(card, criterion.id);
  const on = card.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === showIf?.criterion);
  const options = on === undefined ? [] : sharesOf(on.scale, on.levels);
  const later = on !== undefined && !known.includes(on) ? [on] : [];
  return (
    <div className="flex flex-wrap gap-3">
      <div className="flex min-w-[200px] flex-1">
        <Field label={f.showIf} error={error('showIf')}>
          {(ids) => (
            <Select
              {...ids}
              value={showIf?.criterion ?? ''}
              onPick={(id) => change({ showIf: id === '' ? null : { criterion: id, atLeast: 0, atMost: 1 } })}
              options={[
                { value: '', label: cw.always },
                ...[...known, ...later].map(({ id, name }) => ({ value: id, label: name === '' ? cw.unnamed : name })),
              ]}
            />
          )}
        </Field>
      </div>
      {showIf !== null && options.length > 0 && (
        <div className="flex min-w-[200px] flex-1 gap-3">
          <ShareField
            label={cw.from}
            options={options}
            value={showIf.atLeast}
            words={(level) => level}
            onChange={(atLeast) => change({ showIf: { ...showIf, atLeast: atLeast ?? 0 } })}
          />
          <ShareField
            label={cw.to}
            options={options}
            value={showIf.atMost}
            words={(level) => level}
            onChange={(atMost) => change({ showIf: { ...showIf, atMost: atMost ?? 1 } })}
          />
        </div>
      )}
    </div>
  );
}

function LevelFields({ criterion, error, change }: PartProps) {
  const count = levelCount(criterion.scale);
  if (count === 0) return null;
  const nameOf = (at: number): string =>
    criterion.scale.kind === 'yesNo' ? (at === 1 ? cw.yes : cw.no) : cw.level(at + 1);
  const wrong = error('levels');
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-small font-medium text-ink-2">{f.levels}</legend>
      <p className="text-small text-ink-2">{cw.hints.levels}</p>
      {Array.from({ length: count }, (_, at) => {
        const level = criterion.levels[at] ?? { label: '', example: '' };
        return (
          <div key={at} className="flex items-center gap-2">
            <span className="w-[52px] shrink-0 text-small text-ink-2 tabular-nums">{nameOf(at)}</span>
            <TextInput
              aria-label={cw.levelLabel(nameOf(at))}
              placeholder={cw.word}
              dir="auto"
              maxLength={100}
              className="!w-[132px] shrink-0"
              value={level.label}
              onChange={(event) =>
                change({ levels: withLevel(criterion, at, { label: event.target.value }) }, `level ${at}`)
              }
            />
            <TextInput
              aria-label={cw.levelExample(nameOf(at))}
              placeholder={cw.example}
              dir="auto"
              maxLength={1000}
              value={level.example}
              onChange={(event) =>
                change({ levels: withLevel(criterion, at, { example: event.target.value }) }, `example ${at}`)
              }
            />
          </div>
        );
      })}
      {wrong !== undefined && <p className="text-small text-late">{wrong}</p>}
    </fieldset>
  );
}

/** One criterion: what is asked, how it is scored, and what a low score brings with it. */
export function CriterionEditor(props: Props) {
  const { card, place, criterion, error } = props;
  const change: Change = (part, tag = '') =>
    edit({ card: changeCriterion(card, place, part), place }, tag === '' ? '' : `${criterion.id} ${tag}`);
  const part: PartProps = { ...props, change };
  return (
    <div className="flex flex-col gap-4">
      <Field label={f.name} error={error('name')}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={200}
            value={criterion.name}
            onChange={(event) => change({ name: event.target.value }, 'name')}
          />
        )}
      </Field>
      <ScaleFields {...part} />
      <LowFields {...part} />
      <ShowIfFields {...part} />
      <AreaField
        label={f.guidance}
        rows={3}
        maxLength={4000}
        value={criterion.guidance}
        onChange={(guidance) => change({ guidance }, 'guidance')}
      />
      <LevelFields {...part} />
    </div>
  );
}
