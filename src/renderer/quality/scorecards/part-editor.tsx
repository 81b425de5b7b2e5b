import type { ScorecardBody } from '../../../contract/index.ts';
import { cw } from '../../strings/en-quality-cards.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { Check } from '../../ui/switch.tsx';
import { AreaField, NumberField } from '../../ui/typed-fields.tsx';
import { WordInput } from '../../ui/word-input.tsx';
import { edit } from './builder-store.ts';
import { CriterionEditor } from './criterion-editor.tsx';
import { changeSection, criterionAt, sectionAt, type Place } from './draft.ts';
import { pathOf, problemsAt, type Problem } from './problems.ts';

type Props = {
  readonly card: ScorecardBody;
  readonly place: Place;
  readonly problems: readonly Problem[];
  /** Names that are still empty are only held against somebody who wanted to save. */
  readonly told: boolean;
};
type ErrorOf = (field: string) => string | undefined;

const f = cw.fields;

function CardFields({ card, place, error }: Pick<Props, 'card' | 'place'> & { readonly error: ErrorOf }) {
  const change = (part: Partial<ScorecardBody>, tag: string): void => edit({ card: { ...card, ...part }, place }, tag);
  return (
    <div className="flex flex-col gap-4">
      <Field label={f.name} error={error('name')}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={100}
            value={card.name}
            onChange={(event) => change({ name: event.target.value }, 'card name')}
          />
        )}
      </Field>
      <AreaField
        label={f.purpose}
        rows={2}
        maxLength={500}
        value={card.purpose}
        onChange={(purpose) => change({ purpose }, 'card purpose')}
      />
      <div className="w-[220px]">
        <NumberField
          label={f.passPercent}
          hint={cw.hints.pass}
          value={card.passPercent}
          error={error('passPercent')}
          onChange={(passPercent) => change({ passPercent }, 'card pass')}
        />
      </div>
      <Field label={f.causes} hint={cw.hints.causes} error={error('causes')}>
        {(ids) => (
          <WordInput
            {...ids}
            words={card.causes}
            removeName={cw.removeCause}
            onChange={(causes) => change({ causes: causes.slice(0, 60) }, '')}
          />
        )}
      </Field>
      {error('sections') !== undefined && (
        <p data-problem tabIndex={-1} className="text-small text-late">
          {error('sections')}
        </p>
      )}
    </div>
  );
}

function SectionFields({ card, place, error }: Pick<Props, 'card' | 'place'> & { readonly error: ErrorOf }) {
  const section = sectionAt(card, place);
  if (section === undefined || place.section === null) return null;
  const at = place.section;
  const change = (part: Partial<typeof section>, tag = ''): void =>
    edit({ card: changeSection(card, at, part), place }, tag === '' ? '' : `${section.id} ${tag}`);
  return (
    <div className="flex flex-col gap-4">
      <Field label={f.name} error={error('name')}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={200}
            value={section.name}
            onChange={(event) => change({ name: event.target.value }, 'name')}
          />
        )}
      </Field>
      <div className="w-[280px]">
        <NumberField
          label={f.weight}
          hint={section.bonus ? cw.hints.bonusWeight : cw.hints.sectionWeight}
          value={section.weight}
          error={error('weight')}
          onChange={(weight) => change({ weight }, 'weight')}
        />
      </div>
      <Check label={f.bonus} hint={cw.hints.bonus} on={section.bonus} onChange={(bonus) => change({ bonus })} />
      {error('criteria') !== undefined && (
        <p data-problem tabIndex={-1} className="text-small text-late">
          {error('criteria')}
        </p>
      )}
    </div>
  );
}

const untold = (path: string): boolean => path.endsWith('name');

/** The fields of what the cursor of the outline is on. */
export function PartEditor({ card, place, problems, told }: Props) {
  const own = problemsAt(problems, place);
  const root = pathOf(place);
  const error: ErrorOf = (field) => {
    const path = root === '' ? field : `${root}.${field}`;
    const found = own.find((each) => each.path === path || each.path.startsWith(`${path}.`));
    return found === undefined || (!told && untold(found.path)) ? undefined : found.text;
  };
  const criterion = criterionAt(card, place);
  if (criterion !== undefined)
    return <CriterionEditor key={criterion.id} card={card} place={place} criterion={criterion} error={error} />;
  if (place.section !== null)
    return <SectionFields key={sectionAt(card, place)?.id} card={card} place={place} error={error} />;
  return <CardFields card={card} place={place} error={error} />;
}
