/** Every zone the machine knows, and the one given even where it does not. */
export function zonesWith(zone: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(zone) ? known : [zone, ...known];
}

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
