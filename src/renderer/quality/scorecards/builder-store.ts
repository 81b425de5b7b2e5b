import { create } from 'zustand';
import type { Answers, ScorecardBody } from '../../../contract/index.ts';
import { nearest, onCard, type Edit, type Place } from './draft.ts';

type Step = Edit & { readonly tag: string };

type State = {
  /** Of the scorecard that is being built; null id: a new one. Null: none is open. */
  readonly open: { readonly id: string | null; readonly version: number; readonly reviews: number } | null;
  readonly saved: ScorecardBody | null;
  readonly draft: ScorecardBody | null;
  readonly place: Place;
  /** What the form was before each change, to take back. */
  readonly past: readonly Step[];
  /** Saving was refused: problems are said at every field, not only where one was. */
  readonly told: boolean;
  /** The answers of the preview. */
  readonly answers: Answers;
};
type Parked = Pick<State, 'open' | 'saved' | 'draft' | 'place' | 'past'>;

const nothing: State = {
  open: null,
  saved: null,
  draft: null,
  place: onCard,
  past: [],
  told: false,
  answers: {},
};

/** The scorecard that is being built. It stays as it is typed, wherever one goes meanwhile, until it is saved or discarded. */
export const useBuilder = create<State>(() => nothing);

type Opened = {
  readonly id: string | null;
  readonly version: number;
  readonly reviews: number;
  readonly saved: ScorecardBody | null;
  readonly draft: ScorecardBody;
};

export const openBuilder = ({ saved, draft, ...open }: Opened): void =>
  useBuilder.setState({ ...nothing, open, saved, draft });

/** Scorecards that were left with changes that are not saved, by id; a new one by an empty one. */
export const useParked = create<Readonly<Record<string, Parked>>>(() => ({}));

const parkName = (id: string | null): string => id ?? '';

/** Leaves the builder. What was changed waits until somebody goes on with it. */
export function leaveBuilder(): void {
  const { open, saved, draft, place, past } = useBuilder.getState();
  if (open !== null && isChanged({ saved, draft }))
    useParked.setState({ [parkName(open.id)]: { open, saved, draft, place, past } });
  useBuilder.setState(nothing);
}

/** Goes on with what was left; false where nothing was. */
export function resume(id: string | null): boolean {
  const { [parkName(id)]: parked, ...others } = useParked.getState();
  if (parked === undefined) return false;
  useParked.setState(others, true);
  useBuilder.setState({ ...nothing, ...parked });
  return true;
}

export const closeBuilder = (): void => useBuilder.setState(nothing);

export const setPlace = (place: Place): void => useBuilder.setState({ place });

const mostSteps = 200;

/** A change of the form. Changes with one tag, as of typing in one field, are taken back together. */
export function edit({ card, place }: Edit, tag = ''): void {
  useBuilder.setState((state) => {
    if (state.draft === null || state.draft === card) return { place };
    const last = state.past.at(-1);
    const together = tag !== '' && last?.tag === tag;
    const step: Step = { card: state.draft, place: state.place, tag };
    return {
      draft: card,
      place,
      past: together ? state.past : [...state.past, step].slice(-mostSteps),
      answers: fitting(state, card),
    };
  });
}

/** Answers of the preview that still fit: of criteria that are there with the scale they had. */
function fitting({ answers, draft }: State, card: ScorecardBody): Answers {
  const scales = (of: ScorecardBody | null): ReadonlyMap<string, string> =>
    new Map(
      (of?.sections ?? []).flatMap(({ criteria }) =>
        criteria.map(({ id, scale, mayBeNA }) => [id, JSON.stringify([scale, mayBeNA])] as const),
      ),
    );
  const [before, after] = [scales(draft), scales(card)];
  return Object.fromEntries(Object.entries(answers).filter(([id]) => before.get(id) === after.get(id)));
}

/** Takes back the last change; false where there is none. */
export function takeBack(): boolean {
  const { past } = useBuilder.getState();
  const last = past.at(-1);
  if (last === undefined) return false;
  useBuilder.setState((state) => ({
    draft: last.card,
    place: nearest(last.card, last.place),
    past: past.slice(0, -1),
    answers: fitting(state, last.card),
  }));
  return true;
}

export const isChanged = ({ saved, draft }: Pick<State, 'saved' | 'draft'>): boolean =>
  draft !== null && JSON.stringify(saved) !== JSON.stringify(draft);
