import type { Criterion, Scale, ScorecardBody, Section } from '../../../contract/index.ts';

/** Where one is in a scorecard: on the card itself, on a section, or on a criterion of it. */
export type Place = { readonly section: number | null; readonly criterion: number | null };
export const onCard: Place = { section: null, criterion: null };
export const samePlace = (a: Place, b: Place): boolean => a.section === b.section && a.criterion === b.criterion;

/** Every place of a card from top to bottom: the card, its sections, each followed by its criteria. */
export const placesOf = (card: ScorecardBody): readonly Place[] => [
  onCard,
  ...card.sections.flatMap(({ criteria }, section) => [
    { section, criterion: null },
    ...criteria.map((_, criterion) => ({ section, criterion })),
  ]),
];

/** The place itself where it is still there, else the nearest above it. */
export function nearest(card: ScorecardBody, { section, criterion }: Place): Place {
  if (section === null || card.sections.length === 0) return onCard;
  const at = Math.min(section, card.sections.length - 1);
  const count = card.sections[at]?.criteria.length ?? 0;
  return { section: at, criterion: criterion === null || count === 0 ? null : Math.min(criterion, count - 1) };
}

export const sectionAt = (card: ScorecardBody, { section }: Place): Section | undefined =>
  section === null ? undefined : card.sections[section];
export const criterionAt = (card: ScorecardBody, place: Place): Criterion | undefined =>
  place.criterion === null ? undefined : sectionAt(card, place)?.criteria[place.criterion];

export type Edit = { readonly card: ScorecardBody; readonly place: Place };

const put = <T>(list: readonly T[], at: number, ...items: readonly T[]): T[] => [
  ...list.slice(0, at),
  ...items,
  ...list.slice(at),
];
const drop = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);
const swap = <T>(list: readonly T[], at: number, to: number): T[] => {
  const [item] = list.slice(at, at + 1);
  return item === undefined ? [...list] : put(drop(list, at), to, item);
};

const withSections = (card: ScorecardBody, sections: readonly Section[]): ScorecardBody => ({
  ...card,
  sections: [...sections],
});

export function changeSection(card: ScorecardBody, at: number, part: Partial<Section>): ScorecardBody {
  return withSections(
    card,
    card.sections.map((section, index) => (index === at ? { ...section, ...part } : section)),
  );
}

export function changeCriterion(card: ScorecardBody, place: Place, part: Partial<Criterion>): ScorecardBody {
  const section = sectionAt(card, place);
  if (section === undefined || place.section === null) return card;
  const criteria = section.criteria.map((each, index) => (index === place.criterion ? { ...each, ...part } : each));
  return changeSection(card, place.section, { criteria });
}

/** An id that nothing on the card has: `c7`, `s3`. Ids stay what they are, so that reviews keep meaning the same. */
function freshId(card: ScorecardBody, letter: 'c' | 's', taken: readonly string[] = []): string {
  const known = new Set([
    ...card.sections.map(({ id }) => id),
    ...card.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
    ...taken,
  ]);
  for (let n = 1; ; n += 1) if (!known.has(`${letter}${n}`)) return `${letter}${n}`;
}

const newCriterion = (id: string): Criterion => ({
  id,
  name: '',
  guidance: '',
  scale: { kind: 'points', points: 5 },
  weight: 10,
  mayBeNA: false,
  autoFail: null,
  causeBelow: null,
  commentBelow: null,
  showIf: null,
  levels: [],
});

const newSection = (card: ScorecardBody): Section => ({
  id: freshId(card, 's'),
  name: '',
  weight: 20,
  bonus: false,
  criteria: [newCriterion(freshId(card, 'c'))],
});

const empty: ScorecardBody = { name: '', purpose: '', sections: [], causes: [], passPercent: 80 };
/** A scorecard to begin with: one section with one criterion. */
export const newCard = (): ScorecardBody => withSections(empty, [{ ...newSection(empty), weight: 100 }]);

/** A criterion after the one at hand, or first in the section at hand; on the card, at its end. */
export function addCriterion(card: ScorecardBody, place: Place): Edit {
  const section = place.section ?? card.sections.length - 1;
  const own = card.sections[section];
  if (own === undefined) return addSection(card, place);
  const at = place.section === null ? own.criteria.length : (place.criterion ?? -1) + 1;
  const criteria = put(own.criteria, at, newCriterion(freshId(card, 'c')));
  return { card: changeSection(card, section, { criteria }), place: { section, criterion: at } };
}

/** A section after the one at hand, with one criterion in it. */
export function addSection(card: ScorecardBody, place: Place): Edit {
  const at = place.section === null ? card.sections.length : place.section + 1;
  return {
    card: withSections(card, put(card.sections, at, newSection(card))),
    place: { section: at, criterion: null },
  };
}

/** The same again right after it, with ids of its own. The card itself cannot be doubled here. */
export function duplicate(card: ScorecardBody, place: Place, copyOf: (name: string) => string): Edit {
  const section = sectionAt(card, place);
  if (section === undefined || place.section === null) return { card, place };
  const criterion = criterionAt(card, place);
  if (criterion !== undefined && place.criterion !== null) {
    const twin = { ...criterion, id: freshId(card, 'c'), name: copyOf(criterion.name) };
    const at = place.criterion + 1;
    return {
      card: changeSection(card, place.section, { criteria: put(section.criteria, at, twin) }),
      place: { section: place.section, criterion: at },
    };
  }
  const ids = new Map<string, string>();
  for (const { id } of section.criteria) ids.set(id, freshId(card, 'c', [...ids.values()]));
  const twin = {
    ...section,
    id: freshId(card, 's'),
    name: copyOf(section.name),
    criteria: section.criteria.map((each) => ({
      ...each,
      id: ids.get(each.id) ?? each.id,
      // What depended on one of the same section depends on its twin.
      showIf: each.showIf && { ...each.showIf, criterion: ids.get(each.showIf.criterion) ?? each.showIf.criterion },
    })),
  };
  const at = place.section + 1;
  return { card: withSections(card, put(card.sections, at, twin)), place: { section: at, criterion: null } };
}

/** Without a criterion or a section; the last criterion takes its section along. Null where nothing would be left. */
export function remove(card: ScorecardBody, place: Place): Edit | null {
  const section = sectionAt(card, place);
  if (section === undefined || place.section === null) return null;
  const next =
    place.criterion !== null && section.criteria.length > 1
      ? changeSection(card, place.section, { criteria: drop(section.criteria, place.criterion) })
      : withSections(card, drop(card.sections, place.section));
  return next.sections.length === 0 ? null : { card: next, place: nearest(next, place) };
}

/** One place up or down: a criterion goes on into the neighbouring section, unless it is the last of its own. */
export function move(card: ScorecardBody, place: Place, by: 1 | -1): Edit {
  const { section, criterion } = place;
  const own = sectionAt(card, place);
  if (section === null || own === undefined) return { card, place };
  if (criterion === null) {
    const to = section + by;
    if (card.sections[to] === undefined) return { card, place };
    return { card: withSections(card, swap(card.sections, section, to)), place: { section: to, criterion: null } };
  }
  const to = criterion + by;
  if (own.criteria[to] !== undefined)
    return {
      card: changeSection(card, section, { criteria: swap(own.criteria, criterion, to) }),
      place: { section, criterion: to },
    };
  const other = card.sections[section + by];
  const item = own.criteria[criterion];
  if (other === undefined || item === undefined || own.criteria.length === 1) return { card, place };
  const into = by === 1 ? 0 : other.criteria.length;
  const left = changeSection(card, section, { criteria: drop(own.criteria, criterion) });
  return {
    card: changeSection(left, section + by, { criteria: put(other.criteria, into, item) }),
    place: { section: section + by, criterion: into },
  };
}

export const scaleNames = ['yesNo', '2', '3', '4', '5', 'numeric'] as const;
export type ScaleName = (typeof scaleNames)[number];

export const scaleName = (scale: Scale): ScaleName =>
  scale.kind === 'points' ? (String(scale.points) as ScaleName) : scale.kind;

const scaleOf = (name: ScaleName): Scale => {
  if (name === 'yesNo') return { kind: 'yesNo' };
  if (name === 'numeric') return { kind: 'numeric', min: 0, max: 10 };
  return { kind: 'points', points: Number(name) as 2 | 3 | 4 | 5 };
};

/** How many levels a scale has; 0 where any number will do. */
export const levelCount = (scale: Scale): number =>
  scale.kind === 'numeric' ? 0 : scale.kind === 'yesNo' ? 2 : scale.points;

/** Another scale. What is described of its levels stays as far as there are levels for it. */
export function withScale({ levels }: Criterion, name: ScaleName): Pick<Criterion, 'scale' | 'levels'> {
  const scale = scaleOf(name);
  return { scale, levels: levels.length === 0 ? [] : fullLevels(levels, levelCount(scale)) };
}

const fullLevels = (levels: Criterion['levels'], count: number): Criterion['levels'] =>
  Array.from({ length: count }, (_, at) => levels[at] ?? { label: '', example: '' });

/** One level described; all are there once one is, none once none is. */
export function withLevel(
  criterion: Criterion,
  at: number,
  part: Partial<Criterion['levels'][number]>,
): Criterion['levels'] {
  const all = fullLevels(criterion.levels, levelCount(criterion.scale)).map((level, index) =>
    index === at ? { ...level, ...part } : level,
  );
  return all.some(({ label, example }) => label !== '' || example !== '') ? all : [];
}
