const hourMs = 3_600_000;

/** When the hour began that an instant lies in, counted from a midnight: zones that are half an hour off count so, too. */
export const hourOf = (at: number, midnight: number): number =>
  midnight + Math.floor((at - midnight) / hourMs) * hourMs;
