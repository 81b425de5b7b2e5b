import { create } from 'zustand';
import type { Rotation, ShiftTemplate } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { say } from '../app/toasts.tsx';
import { client } from '../client/client.ts';
import { rw } from '../strings/en-roster.ts';
import { same } from '../tickets/filter-fields.ts';
import { newRotation, rotationDraftOf, rotationErrors, rotationOf, type RotationDraft } from './rotation-draft.ts';
import { setRoster } from './roster-store.ts';
import { newTemplate, templateDraftOf, templateErrors, templateOf, type TemplateDraft } from './template-draft.ts';

/** Stand for what is not on the desk yet. */
export const newTemplateId = 'new-template';
export const newRotationId = 'new-rotation';

export type Pattern =
  | { readonly kind: 'template'; readonly id: string; readonly saved: ShiftTemplate | null }
  | { readonly kind: 'rotation'; readonly id: string; readonly saved: Rotation | null };

type State = {
  readonly templates: Readonly<Record<string, TemplateDraft>>;
  readonly rotations: Readonly<Record<string, RotationDraft>>;
  /** By field, of the pattern whose saving was last tried. */
  readonly errors: Readonly<Record<string, string>>;
};

/** What was changed of patterns and not saved. */
export const usePatterns = create<State>(() => ({ templates: {}, rotations: {}, errors: {} }));

const without = <T>(held: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(held).filter(([key]) => key !== id));

export function dropPattern(id: string): void {
  usePatterns.setState(({ templates, rotations }) => ({
    templates: without(templates, id),
    rotations: without(rotations, id),
    errors: {},
  }));
}

export function beginTemplate(): void {
  usePatterns.setState(({ templates }) => ({ templates: { [newTemplateId]: newTemplate, ...templates }, errors: {} }));
  setRoster({ patternId: newTemplateId });
}

export function beginRotation(today: string): void {
  usePatterns.setState(({ rotations }) => ({
    rotations: { [newRotationId]: newRotation(today), ...rotations },
    errors: {},
  }));
  setRoster({ patternId: newRotationId });
}

export function changeTemplate(id: string, saved: ShiftTemplate | null, draft: TemplateDraft): void {
  const asSaved = saved !== null && same(draft, templateDraftOf(saved));
  usePatterns.setState(({ templates }) => ({
    templates: asSaved ? without(templates, id) : { ...templates, [id]: draft },
    errors: {},
  }));
}

export function changeRotation(id: string, saved: Rotation | null, draft: RotationDraft): void {
  const asSaved = saved !== null && same(draft, rotationDraftOf(saved));
  usePatterns.setState(({ rotations }) => ({
    rotations: asSaved ? without(rotations, id) : { ...rotations, [id]: draft },
    errors: {},
  }));
}

function save({ kind, id, saved }: Pattern) {
  const known = saved === null ? {} : { id };
  const { templates, rotations } = usePatterns.getState();
  if (kind === 'template') {
    const draft = templates[id];
    return draft === undefined
      ? null
      : { errors: templateErrors(draft), run: () => client.roster.templateSave({ ...templateOf(draft), ...known }) };
  }
  const draft = rotations[id];
  return draft === undefined
    ? null
    : { errors: rotationErrors(draft), run: () => client.roster.rotationSave({ ...rotationOf(draft), ...known }) };
}

/** Saves what was changed of a pattern, or says what is wrong with it. */
export async function savePattern(pattern: Pattern): Promise<void> {
  const work = save(pattern);
  if (work === null) return;
  usePatterns.setState({ errors: work.errors });
  if (Object.keys(work.errors).length > 0) {
    say({ title: rw.correct, tone: 'late' });
    return;
  }
  const done = await command(work.run());
  if (done === null) return;
  dropPattern(pattern.id);
  setRoster({ patternId: done.id });
}

/** Takes a pattern away; one that is not on the desk yet is just forgotten. */
export async function removePattern({ kind, id, saved }: Pattern): Promise<void> {
  if (saved !== null) {
    const work = kind === 'template' ? client.roster.templateRemove({ id }) : client.roster.rotationRemove({ id });
    if ((await command(work)) === null) return;
  }
  dropPattern(id);
}
