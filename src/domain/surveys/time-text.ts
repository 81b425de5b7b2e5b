/** Zones by the letters Google Forms writes behind a time; of those that mean several, the one a form is most likely from. */
const offsets: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  WET: '+00:00',
  WEST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
};

/** A time as files of surveys have it, as dates are read: `3:45 pm GMT+1` is `GMT+01:00`, `MDT` is `-06:00`. SPEC SUR-13. */
export const timeText = (cell: string): string =>
  cell
    .trim()
    .replace(
      /\b(GMT|UTC)([+-])(\d)(?::?(\d\d))?$/i,
      (_, zone: string, sign: string, hour: string, minute?: string) => `${zone}${sign}0${hour}:${minute ?? '00'}`,
    )
    .replace(/\s([A-Z]{3,4})$/, (all, letters: string) => (letters in offsets ? ` ${offsets[letters] ?? ''}` : all));
