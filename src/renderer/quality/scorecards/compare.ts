import type { Criterion, ScorecardBody, Section } from '../../../contract/index.ts';
import { cw } from '../../strings/en-quality-cards.ts';

/** One difference of two versions: what, and how it read before and after; null: it was not there. */
export type Difference = { readonly what: string; readonly before: string | null; readonly after: string | null };

type Fields = Readonly<Record<string, string>>;

const percent = (share: number | null): string => (share === null ? '' : `${Math.round(share * 100)} %`);

const scaleText = ({ scale }: Criterion): string =>
  scale.kind === 'numeric'
    ? cw.scaleRange(scale.min, scale.max)
    : cw.scales[scale.kind === 'points' ? (String(scale.points) as '2') : 'yesNo'];

const criterionFields = (criterion: Criterion, nameOf: (id: string) => string): Fields => ({
  [cw.fields.name]: criterion.name,
  [cw.fields.weight]: String(criterion.weight),
  [cw.fields.scale]: scaleText(criterion),
  [cw.fields.mayBeNA]: criterion.mayBeNA ? cw.yes : cw.no,
  [cw.fields.autoFail]:
    criterion.autoFail === null ? '' : `${percent(criterion.autoFail.at)}, ${cw.fails[criterion.autoFail.fails]}`,
  [cw.fields.causeBelow]: percent(criterion.causeBelow),
  [cw.fields.commentBelow]: percent(criterion.commentBelow),
  [cw.fields.showIf]:
    criterion.showIf === null
      ? ''
      : `${nameOf(criterion.showIf.criterion)}, ${percent(criterion.showIf.atLeast)} – ${percent(criterion.showIf.atMost)}`,
  [cw.fields.guidance]: criterion.guidance,
  [cw.fields.levels]: criterion.levels
    .map(({ label, example }) => (example === '' ? label : `${label}: ${example}`))
    .join('; '),
});

const sectionFields = (section: Section): Fields => ({
  [cw.fields.name]: section.name,
  [cw.fields.weight]: String(section.weight),
  [cw.fields.bonus]: section.bonus ? cw.yes : cw.no,
});

const cardFields = (card: ScorecardBody): Fields => ({
  [cw.fields.name]: card.name,
  [cw.fields.purpose]: card.purpose,
  [cw.fields.passPercent]: String(card.passPercent),
  [cw.fields.causes]: card.causes.join(', '),
});

const fieldDifferences = (of: string, before: Fields, after: Fields): Difference[] =>
  Object.keys(after).flatMap((field) =>
    before[field] === after[field]
      ? []
      : [{ what: `${of}: ${field}`, before: before[field] ?? '', after: after[field] ?? '' }],
  );

type Part = { readonly id: string; readonly name: string; readonly fields: Fields; readonly at: string };

const partsOf = (card: ScorecardBody): readonly Part[] => {
  const names = new Map(card.sections.flatMap(({ criteria }) => criteria.map(({ id, name }) => [id, name] as const)));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return card.sections.flatMap((section, s) => [
    { id: `s ${section.id}`, name: section.name, fields: sectionFields(section), at: String(s + 1) },
    ...section.criteria.map((each, c) => ({
      id: `c ${each.id}`,
      name: each.name,
      fields: criterionFields(each, nameOf),
      at: `${section.name} ${c + 1}`,
    })),
  ]);
};

/** What is different in a later version of a scorecard: what went, what came, what reads otherwise, what moved. */
export function compareCards(before: ScorecardBody, after: ScorecardBody): readonly Difference[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  const byId = new Map(was.map((part) => [part.id, part]));
  const gone = was.filter(({ id }) => !is.some((part) => part.id === id));
  const orderOf = (parts: readonly Part[], others: readonly Part[]): readonly string[] =>
    parts.filter(({ id }) => others.some((part) => part.id === id)).map(({ id }) => id);
  const moved = orderOf(was, is).join() !== orderOf(is, was).join();
  return [
    ...fieldDifferences(cw.theCard, cardFields(before), cardFields(after)),
    ...gone.map(({ name }) => ({ what: name, before: name, after: null })),
    ...is.flatMap((part) => {
      const old = byId.get(part.id);
      return old === undefined
        ? [{ what: part.name, before: null, after: part.name }]
        : fieldDifferences(part.name, old.fields, part.fields);
    }),
    ...(moved
      ? [
          {
            what: cw.order,
            before: was.map(({ name }) => name).join(', '),
            after: is.map(({ name }) => name).join(', '),
          },
        ]
      : []),
  ];
}
