import fc from 'fast-check';
import { answersSchema, scorecardBodySchema } from '../../../../src/contract/quality-common.ts';
import type { Answers, Criterion, ScorecardBody, Section } from '../../../../src/contract/quality-common.ts';

/** A criterion scored yes or no, with what is said of it. */
export const criterion = (id: string, more: Partial<Criterion> = {}): Partial<Criterion> & { id: string } => ({
  id,
  name: id,
  scale: { kind: 'yesNo' },
  weight: 1,
  ...more,
});

type Loose = Omit<Partial<Section>, 'criteria'> & { criteria: readonly Partial<Criterion>[] };
export const card = (sections: readonly Loose[], more: Partial<ScorecardBody> = {}): ScorecardBody =>
  scorecardBodySchema.parse({
    name: 'Card',
    sections: sections.map((section, at) => ({ id: `s${at}`, name: `Section ${at}`, weight: 1, ...section })),
    ...more,
  });

/** Values alone. */
export const said = (values: Readonly<Record<string, number | 'na' | null>>): Answers =>
  answersSchema.parse(Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }])));

const scale = fc.oneof(
  fc.record({ kind: fc.constant('points' as const), points: fc.constantFrom(2, 3, 4, 5) }),
  fc.constant({ kind: 'yesNo' as const }),
  fc.record({ kind: fc.constant('numeric' as const), min: fc.constantFrom(-5, 0), max: fc.constantFrom(1, 10, 250) }),
) as fc.Arbitrary<Criterion['scale']>;

const onScale = (of: Criterion['scale']): fc.Arbitrary<number> => {
  if (of.kind === 'numeric') return fc.integer({ min: of.min, max: of.max });
  return of.kind === 'yesNo' ? fc.integer({ min: 0, max: 1 }) : fc.integer({ min: 1, max: of.points });
};

const weight = fc.constantFrom(0, 1, 2, 5, 12.5, 100);

type Options = { readonly autoFail: boolean; readonly conditions: boolean; readonly open: boolean };

const criterionOf = (id: string, before: readonly string[], options: Options) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    scale,
    weight,
    mayBeNA: fc.constant(true),
    autoFail: options.autoFail
      ? fc.option(
          fc.record({ at: fc.constantFrom(0, 0.25, 0.5), fails: fc.constantFrom('section' as const, 'card' as const) }),
          { freq: 3 },
        )
      : fc.constant(null),
    showIf:
      options.conditions && before.length > 0
        ? fc.option(
            fc.record({
              criterion: fc.constantFrom(...before),
              atLeast: fc.constantFrom(0, 0.5),
              atMost: fc.constantFrom(0.5, 1),
            }),
            { freq: 2 },
          )
        : fc.constant(null),
  });

const sectionOf = (at: number, sizes: readonly number[], options: Options): fc.Arbitrary<Loose> => {
  const before = sizes.slice(0, at).flatMap((size, s) => Array.from({ length: size }, (_, c) => `c${s}-${c}`));
  const own = Array.from({ length: sizes[at] ?? 1 }, (_, c) => `c${at}-${c}`);
  return fc.record({
    weight,
    bonus: fc.boolean(),
    criteria: fc.tuple(...own.map((id, c) => criterionOf(id, [...before, ...own.slice(0, c)], options))),
  });
};

/** Cards with answers that fit them. */
export const scored = (options: Options): fc.Arbitrary<{ readonly form: ScorecardBody; readonly answers: Answers }> =>
  fc
    .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
    .chain((sizes) => fc.tuple(...sizes.map((_, at) => sectionOf(at, sizes, options))))
    .map((sections) => card(sections))
    .chain((form) => {
      const all = form.sections.flatMap((section) => section.criteria);
      const value = (each: Criterion) =>
        fc.oneof(
          { weight: 5, arbitrary: onScale(each.scale) },
          { weight: 1, arbitrary: fc.constant('na' as const) },
          { weight: options.open ? 1 : 0, arbitrary: fc.constant(null) },
        );
      return fc.tuple(...all.map(value)).map((values) => ({
        form,
        answers: said(Object.fromEntries(all.map(({ id }, at) => [id, values[at] ?? null]))),
      }));
    });
