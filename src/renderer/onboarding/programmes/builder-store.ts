import { create } from 'zustand';
import type { ProgrammeBody } from '../../../contract/index.ts';
import { nearest, onProgramme, type Edit, type Place } from './draft.ts';

type Step = Edit & { readonly tag: string };

type State = {
  /** The programme that is being changed; null: a new one. */
  readonly id: string | null;
  readonly archived: boolean;
  readonly saved: ProgrammeBody | null;
  /** Null: none is open. */
  readonly draft: ProgrammeBody | null;
  readonly place: Place;
  /** What it was before each change, to take back. */
  readonly past: readonly Step[];
  /** Saving was refused: problems are said at every field, not only where one was. */
  readonly told: boolean;
};

const nothing: State = {
  id: null,
  archived: false,
  saved: null,
  draft: null,
  place: onProgramme,
  past: [],
  told: false,
};

/** The programme that is being changed. It stays as it is typed, wherever one goes meanwhile, until it is saved or discarded. */
export const useBuilder = create<State>(() => nothing);

type Opened = Pick<State, 'id' | 'archived' | 'saved'> & { readonly draft: ProgrammeBody };

export const openBuilder = (opened: Opened): void => useBuilder.setState({ ...nothing, ...opened });
export const closeBuilder = (): void => useBuilder.setState(nothing);

/** Programmes that were left with changes that are not saved, by id; a new one by an empty one. */
export const useParked = create<Readonly<Record<string, State>>>(() => ({}));

export const isChanged = ({ saved, draft }: Pick<State, 'saved' | 'draft'>): boolean =>
  draft !== null && JSON.stringify(saved) !== JSON.stringify(draft);

/** Leaves the editor. What was changed waits until somebody goes on with it. */
export function leaveBuilder(): void {
  const state = useBuilder.getState();
  if (isChanged(state)) useParked.setState({ [state.id ?? '']: state });
  closeBuilder();
}

/** Goes on with what was left; false where nothing was. */
export function resume(id: string | null): boolean {
  const { [id ?? '']: parked, ...others } = useParked.getState();
  if (parked === undefined) return false;
  useParked.setState(others, true);
  useBuilder.setState(parked);
  return true;
}

export const setPlace = (place: Place): void => useBuilder.setState({ place });

const mostSteps = 200;

/** A change. Those with one tag, as of typing in one field, are taken back together. */
export function edit({ body, place }: Edit, tag = ''): void {
  useBuilder.setState(({ draft, place: was, past }) => {
    if (draft === null || draft === body) return { place };
    const together = tag !== '' && past.at(-1)?.tag === tag;
    const step: Step = { body: draft, place: was, tag };
    return { draft: body, place, past: together ? past : [...past, step].slice(-mostSteps) };
  });
}

/** Takes back the last change; false where there is none. */
export function takeBack(): boolean {
  const { past } = useBuilder.getState();
  const last = past.at(-1);
  if (last === undefined) return false;
  useBuilder.setState({ draft: last.body, place: nearest(last.body, last.place), past: past.slice(0, -1) });
  return true;
}
