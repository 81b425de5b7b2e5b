import { create } from 'zustand';
import { codeOf, messageOf } from '../app/errors.ts';
import { client } from '../client/client.ts';
import type { Calendar, DeskPolicy, Policy } from '../../contract/index.ts';
import { policyOf, withPolicy } from './policy-draft.ts';
import { focusProblem } from './policy-focus.ts';
import { openNow, savedDraft, savedPolicies, usePolicies } from './policy-store.ts';
import { showTab } from './tabs.ts';
import { draftToTry } from './what-if.ts';

type Answer = Awaited<ReturnType<typeof client.sla.policyReplay>>;
export type Days = '7' | '30' | '90';
type ReplayState = {
  readonly days: Days;
  readonly factor: number;
  readonly calendar: string | null;
  /** The policy being edited, tried in its place: the name is said. */
  readonly edited: { readonly name: string; readonly policies: readonly Policy[] } | null;
  /** The calendar being edited, tried in its place. */
  readonly tried: { readonly key: string; readonly calendar: Calendar } | null;
  readonly running: AbortController | null;
  readonly startedAt: number;
  readonly answer: Answer | null;
  /** What the answer is an answer to. */
  readonly asked: Asked | null;
  readonly error: string | null;
};

type Settings = Pick<ReplayState, 'days' | 'factor' | 'calendar' | 'edited' | 'tried'>;
type Asked = Pick<Settings, 'days' | 'factor' | 'calendar'> & { readonly key: string };

/** What is tried on the past, and what came of it. */
export const useReplay = create<ReplayState>(() => ({
  days: '90',
  factor: 1,
  calendar: null,
  edited: null,
  tried: null,
  running: null,
  startedAt: 0,
  answer: null,
  asked: null,
  error: null,
}));

const draftFor = ({ factor, calendar, edited, tried }: Settings, saved: readonly DeskPolicy[]) =>
  draftToTry(saved, { policies: edited?.policies ?? null, factor, calendar, tried });

const askedBy = (settings: Settings, saved: readonly DeskPolicy[]): Asked => ({
  days: settings.days,
  factor: settings.factor,
  calendar: settings.calendar,
  key: JSON.stringify([settings.days, draftFor(settings, saved)]),
});

/** What was asked, where it is not what the settings and the saved policies say now: the answer is an old one. */
export function oldAsked(state: Settings & Pick<ReplayState, 'asked'>, saved: readonly DeskPolicy[]): Asked | null {
  const { asked } = state;
  return asked === null || asked.key === askedBy(state, saved).key ? null : asked;
}

const mostFlips = 500;

export function cancelReplay(): void {
  useReplay.getState().running?.abort();
  useReplay.setState({ running: null });
}

/** Replays the last days under what is chosen; a run under way is given up. */
export async function runReplay(): Promise<void> {
  cancelReplay();
  const settings = useReplay.getState();
  const saved = savedPolicies();
  const draft = draftFor(settings, saved);
  const asked = askedBy(settings, saved);
  const running = new AbortController();
  useReplay.setState({ running, error: null, startedAt: performance.now() });
  const isMine = (): boolean => useReplay.getState().running === running;
  try {
    const input = { draft, days: Number(settings.days), limit: mostFlips };
    const answer = await client.sla.policyReplay(input, { signal: running.signal });
    if (isMine()) useReplay.setState({ answer, asked, running: null });
  } catch (error) {
    if (!isMine()) return;
    useReplay.setState({ running: null, error: codeOf(error) === 'CANCELLED' ? null : messageOf(error) });
  }
}

/** Shows the last 90 days under one change alone. */
function afresh(change: Pick<ReplayState, 'edited' | 'tried'>): void {
  useReplay.setState({ ...change, days: '90', factor: 1, calendar: null, answer: null, asked: null });
  showTab('replay');
  void runReplay();
}

/** Tries the open policy, as it is edited, on the last 90 days. */
export function tryDraft(): void {
  const key = openNow();
  const saved = savedPolicies();
  const changed = key === null ? undefined : usePolicies.getState().drafts[key];
  const draft = changed ?? (key === null ? undefined : savedDraft(key, saved));
  if (draft === undefined) return;
  const { policy } = policyOf(draft);
  if (policy === null) {
    usePolicies.setState({ checked: true });
    focusProblem();
    return;
  }
  const edited = changed === undefined ? null : { name: draft.name, policies: withPolicy(saved, policy) };
  afresh({ edited, tried: null });
}

/** Tries a calendar, as it is edited, on the last 90 days. */
export const tryCalendar = (key: string, calendar: Calendar): void =>
  afresh({ edited: null, tried: { key, calendar } });
