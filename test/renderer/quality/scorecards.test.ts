import { describe, expect, test } from 'vitest';
import type { ScorecardBody } from '../../../src/contract/index.ts';
import {
  addCriterion,
  addSection,
  changeCriterion,
  criterionAt,
  duplicate,
  move,
  nearest,
  newCard,
  onCard,
  placesOf,
  remove,
  withLevel,
  withScale,
} from '../../../src/renderer/quality/scorecards/draft.ts';
import { compareCards } from '../../../src/renderer/quality/scorecards/compare.ts';
import { placeOf, problemsAt, problemsOf } from '../../../src/renderer/quality/scorecards/problems.ts';
import { sharesOf } from '../../../src/renderer/quality/scorecards/fields.tsx';

/** Two sections, of two criteria and of one; the second criterion depends on the first. */
function card(): ScorecardBody {
  const named = (body: ScorecardBody, section: number, criterion: number, name: string): ScorecardBody =>
    changeCriterion(body, { section, criterion }, { name });
  const two = addCriterion(newCard(), { section: 0, criterion: 0 }).card;
  const three = addSection(two, { section: 0, criterion: 1 }).card;
  const body = named(named(named(three, 0, 0, 'A'), 0, 1, 'B'), 1, 0, 'C');
  const linked = changeCriterion(
    body,
    { section: 0, criterion: 1 },
    { showIf: { criterion: 'c1', atLeast: 0, atMost: 0.5 } },
  );
  return {
    ...linked,
    name: 'Card',
    sections: linked.sections.map((section, at) => ({ ...section, name: `Part ${at + 1}` })),
  };
}
const names = (body: ScorecardBody): readonly string[] =>
  body.sections.map(({ criteria }) => criteria.map(({ name }) => name).join(''));

describe('the parts of a scorecard', () => {
  test('a card made by adding has nothing wrong with it, and ids of its own', () => {
    expect(problemsOf(card())).toEqual([]);
    expect(card().sections.flatMap(({ criteria }) => criteria.map(({ id }) => id))).toEqual(['c1', 'c2', 'c3']);
    expect(placesOf(card())).toHaveLength(6);
  });

  test('a criterion moves within its section and on into the next, but does not leave a section empty', () => {
    const down = move(card(), { section: 0, criterion: 0 }, 1);
    expect(names(down.card)).toEqual(['BA', 'C']);
    const over = move(down.card, down.place, 1);
    expect(names(over.card)).toEqual(['B', 'AC']);
    expect(over.place).toEqual({ section: 1, criterion: 0 });
    expect(move(over.card, { section: 0, criterion: 0 }, 1).card).toBe(over.card);
  });

  test('sections change places with their criteria', () => {
    expect(names(move(card(), { section: 1, criterion: null }, -1).card)).toEqual(['C', 'AB']);
  });

  test('a section is doubled with ids of its own, and what depended within it depends on its twin', () => {
    const { card: doubled, place } = duplicate(card(), { section: 0, criterion: null }, (name) => name);
    expect(place).toEqual({ section: 1, criterion: null });
    const twin = criterionAt(doubled, { section: 1, criterion: 1 });
    expect(twin?.showIf?.criterion).toBe(criterionAt(doubled, { section: 1, criterion: 0 })?.id);
    expect(problemsOf(doubled)).toEqual([]);
  });

  test('the last criterion takes its section along; nothing goes where nothing would be left', () => {
    const gone = remove(card(), { section: 1, criterion: 0 });
    expect(gone?.place).toEqual({ section: 0, criterion: 0 });
    expect(names(gone?.card ?? card())).toEqual(['AB']);
    expect(remove(newCard(), { section: 0, criterion: 0 })).toBeNull();
    expect(remove(card(), onCard)).toBeNull();
  });

  test('a place that went is taken by the nearest above it', () => {
    expect(nearest(card(), { section: 4, criterion: 7 })).toEqual({ section: 1, criterion: 0 });
  });

  test('another scale keeps what is described as far as it has levels', () => {
    const [section] = card().sections;
    const first = section?.criteria[0];
    if (first === undefined) throw new Error('no criterion');
    const levels = withLevel(first, 1, { label: 'Poor' });
    expect(levels).toHaveLength(5);
    expect(withScale({ ...first, levels }, '2')).toEqual({
      scale: { kind: 'points', points: 2 },
      levels: [
        { label: '', example: '' },
        { label: 'Poor', example: '' },
      ],
    });
    expect(withLevel({ ...first, levels }, 1, { label: '' })).toEqual([]);
  });

  test('shares are named by the answers that have them', () => {
    expect(sharesOf({ kind: 'points', points: 3 }, [{ label: 'Bad' }])).toEqual([
      { share: 0, label: '1, Bad' },
      { share: 0.5, label: '2' },
      { share: 1, label: '3' },
    ]);
  });
});

describe('what is wrong', () => {
  test('empty names and numbers that are none are said at their place', () => {
    const wrong = changeCriterion(card(), { section: 1, criterion: 0 }, { name: ' ', weight: Number.NaN });
    const problems = problemsOf(wrong);
    expect(problems.map(({ path }) => path)).toContain('sections.1.criteria.0.name');
    expect(problemsAt(problems, { section: 1, criterion: 0 }).length).toBeGreaterThanOrEqual(2);
    expect(problemsAt(problems, { section: 0, criterion: 0 })).toEqual([]);
    expect(placeOf('sections.1.criteria.0.weight')).toEqual({ section: 1, criterion: 0 });
    expect(placeOf('name')).toEqual(onCard);
  });

  test('a condition on what comes later is said at the criterion that has it (QAL-10)', () => {
    const moved = move(card(), { section: 0, criterion: 0 }, 1).card;
    expect(problemsOf(moved).map(({ path }) => path)).toEqual(['sections.0.criteria.0.showIf']);
  });
});

describe('versions', () => {
  test('the same form has no differences', () => {
    expect(compareCards(card(), card())).toEqual([]);
  });

  test('what came, went, changed and moved is told', () => {
    const before = card();
    const renamed = changeCriterion(before, { section: 0, criterion: 0 }, { name: 'Alpha', weight: 12 });
    const added = addCriterion(renamed, { section: 1, criterion: 0 }).card;
    const gone = remove(added, { section: 0, criterion: 1 })?.card ?? added;
    const told = compareCards(before, gone);
    expect(told).toContainEqual({ what: 'Alpha: Name', before: 'A', after: 'Alpha' });
    expect(told).toContainEqual({ what: 'Alpha: Weight', before: '10', after: '12' });
    expect(told).toContainEqual({ what: 'B', before: 'B', after: null });
    expect(told.some(({ before: was }) => was === null)).toBe(true);
    expect(compareCards(before, move(before, { section: 0, criterion: 0 }, 1).card)).toHaveLength(1);
  });
});
