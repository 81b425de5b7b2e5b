import type { Criterion, ScorecardBody } from '../../../contract/index.ts';
import { checkScorecard } from '../../../domain/quality/score/check.ts';
import { cw } from '../../strings/en-quality-cards.ts';
import type { Place } from './draft.ts';

export type Problem = { readonly path: string; readonly text: string };

const within = (value: number, min: number, max: number): boolean => value >= min && value <= max;

function criterionProblems(path: string, { name, weight, scale, levels, showIf }: Criterion): Problem[] {
  const numbers = scale.kind === 'numeric' && (Number.isNaN(scale.min) || Number.isNaN(scale.max));
  return [
    ...(name.trim() === '' ? [{ path: `${path}.name`, text: cw.wrong.name }] : []),
    ...(within(weight, 0, 100) ? [] : [{ path: `${path}.weight`, text: cw.wrong.weight }]),
    ...(numbers ? [{ path: `${path}.scale`, text: cw.wrong.number }] : []),
    ...(levels.some(({ label }) => label.length > 100) ? [{ path: `${path}.levels`, text: cw.wrong.levelLong }] : []),
    ...(showIf !== null && showIf.criterion === '' ? [{ path: `${path}.showIf`, text: cw.wrong.showIf }] : []),
  ];
}

/** What a field of the form can have wrong, before what the rules of scorecards say of the whole. */
function fieldProblems({ name, passPercent, sections }: ScorecardBody): Problem[] {
  return [
    ...(name.trim() === '' ? [{ path: 'name', text: cw.wrong.cardName }] : []),
    ...(within(passPercent, 0, 100) ? [] : [{ path: 'passPercent', text: cw.wrong.weight }]),
    ...sections.flatMap((section, at) => [
      ...(section.name.trim() === '' ? [{ path: `sections.${at}.name`, text: cw.wrong.name }] : []),
      ...(within(section.weight, 0, 100) ? [] : [{ path: `sections.${at}.weight`, text: cw.wrong.weight }]),
      ...section.criteria.flatMap((each, to) => criterionProblems(`sections.${at}.criteria.${to}`, each)),
    ]),
  ];
}

/** Everything that keeps a scorecard from being saved, each with the path of its field. */
export const problemsOf = (card: ScorecardBody): readonly Problem[] => {
  const own = fieldProblems(card);
  const known = new Set(own.map(({ path }) => path));
  return [...own, ...checkScorecard(card).filter(({ path }) => !known.has(path))];
};

export const pathOf = ({ section, criterion }: Place): string =>
  section === null ? '' : criterion === null ? `sections.${section}` : `sections.${section}.criteria.${criterion}`;

/** What is wrong at one place, without what is wrong at the criteria of a section. */
export function problemsAt(problems: readonly Problem[], place: Place): readonly Problem[] {
  const own = pathOf(place);
  if (own === '') return problems.filter(({ path }) => !path.startsWith('sections.') || path === 'sections');
  return problems.filter(
    ({ path }) =>
      (path === own || path.startsWith(`${own}.`)) &&
      (place.criterion !== null || !/^sections\.\d+\.criteria\.\d/.test(path)),
  );
}

/** Where the field of a problem is. */
export function placeOf(path: string): Place {
  const found = /^sections\.(\d+)(?:\.criteria\.(\d+))?/.exec(path);
  if (found === null) return { section: null, criterion: null };
  return { section: Number(found[1]), criterion: found[2] === undefined ? null : Number(found[2]) };
}
