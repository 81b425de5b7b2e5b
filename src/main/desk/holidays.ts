import type { HolidaysTypes } from 'date-holidays';
import type { Country, OfficialHoliday } from '../../contract/index.ts';
import { dateOf, dayNumber, minutesADay, timeOf } from '../../domain/calendar/wall-time.ts';
import { Fault } from '../../domain/fault.ts';

/** The library carries its data, most of a megabyte: read when somebody asks for holidays, not when the desk opens. */
const library = async () => (await import('date-holidays')).default;

const hourMs = 3_600_000;
const english = 'en';

const listed = (names: Record<string, string> | null | undefined) =>
  Object.entries(names ?? {}).map(([code, name]) => ({ code, name }));

/** Every place whose holidays the library knows, in the order of their English names. */
export async function knownPlaces(): Promise<Country[]> {
  const Holidays = await library();
  const all = new Holidays();
  const countries = listed(all.getCountries(english)).map((country) => ({
    ...country,
    states: listed(all.getStates(country.code, english)).map((state) => ({
      ...state,
      regions: listed(all.getRegions(country.code, state.code, english)),
    })),
  }));
  return countries.sort((a, b) => a.name.localeCompare(b.name, english));
}

type Place = { readonly country: string; readonly state?: string | undefined; readonly region?: string | undefined };

const find = <T extends { readonly code: string }>(list: readonly T[], code: string, field: string): T => {
  const found = list.find((one) => one.code.toLowerCase() === code.toLowerCase());
  if (found !== undefined) return found;
  throw new Fault('INVALID', `No holidays are known for “${code}”. Ask calendar.regions for the places there are.`, {
    field,
  });
};

/** The codes as the library writes them. Faults INVALID at what it does not know. */
async function checked({ country, state, region }: Place): Promise<string[]> {
  const land = find(await knownPlaces(), country, 'country');
  if (state === undefined) return [land.code];
  const part = find(land.states, state, 'state');
  return region === undefined
    ? [land.code, part.code]
    : [land.code, part.code, find(part.regions, region, 'region').code];
}

/** One holiday as the dates it covers; the library gives the first, its hour, and how long it lasts. */
function datesOf(holiday: HolidaysTypes.Holiday): OfficialHoliday[] {
  const { name, type, substitute = false } = holiday;
  const first = dayNumber(holiday.date.slice(0, 10));
  const from = Number(holiday.date.slice(11, 13)) * 60 + Number(holiday.date.slice(14, 16));
  const hours = (holiday.end.getTime() - holiday.start.getTime()) / hourMs;
  if (from > 0 || hours < 20) {
    const to = Math.min(minutesADay, from + Math.round(hours * 60));
    return [{ date: dateOf(first), name, type, substitute, from: timeOf(from), to: timeOf(to) }];
  }
  // A day of a change of the clocks has 23 or 25 hours.
  const days = Math.max(1, Math.round(hours / 24));
  return Array.from({ length: days }, (_, i) => ({ date: dateOf(first + i), name, type, substitute }));
}

/** The holidays of a place by the library date-holidays, in English where it has the name. SPEC CAL-22. */
export async function officialHolidays(
  place: Place,
  years: readonly number[],
  types: readonly HolidaysTypes.HolidayType[],
): Promise<OfficialHoliday[]> {
  const Holidays = await library();
  const [country = '', state, region] = await checked(place);
  const options = { languages: english, types: [...types] };
  const calendar =
    state === undefined
      ? new Holidays(country, options)
      : region === undefined
        ? new Holidays(country, state, options)
        : new Holidays(country, state, region, options);
  const seen = new Set<string>();
  return [...new Set(years)]
    .sort((a, b) => a - b)
    .flatMap((year) => calendar.getHolidays(year, english))
    .flatMap(datesOf)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .filter(({ date, name }) => !seen.has(`${date} ${name}`) && seen.add(`${date} ${name}`));
}
