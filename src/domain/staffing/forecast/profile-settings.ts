import type { History, HistoryDay } from './model.ts';
import { sumOf } from './model.ts';
import { profilesOf } from './profile.ts';
import type { Profiles, ProfileSettings } from './profile.ts';

const bells = [0, 5, 10, 20, 40];
const shrinks = [1, 4, 16];

/** Days kept back to choose by, at most. */
const keptBack = 10;

const errorOf = (profiles: Profiles, day: HistoryDay): number => {
  const shares = profiles(day.weekday);
  const total = sumOf(day.values);
  return sumOf(day.values.map((value, slot) => Math.abs(value - total * (shares?.[slot] ?? 0))));
};

/** The smoothing that fits best on the last days, learnt from those before; the first of equals, which smooths less. */
export const chooseProfile = (history: History): ProfileSettings => {
  const cut = history.days.length - Math.min(keptBack, Math.floor(history.days.length / 3));
  const before = { ...history, days: history.days.slice(0, cut) };
  const judged = history.days.slice(cut);
  let best = { settings: { bellMinutes: 0, shrink: 1 }, error: Number.POSITIVE_INFINITY };
  for (const bellMinutes of history.slots === 1 ? [0] : bells) {
    for (const shrink of shrinks) {
      const settings = { bellMinutes, shrink };
      const profiles = profilesOf(before, settings);
      const error = sumOf(judged.map((day) => errorOf(profiles, day)));
      if (error < best.error) best = { settings, error };
    }
  }
  return best.settings;
};
