import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Country, OfficialHoliday } from '../../contract/index.ts';
import { holidayTypes } from '../../contract/words.ts';
import { messageOf } from '../app/errors.ts';
import { orpc } from '../client/client.ts';
import { c } from '../strings/en-calendar.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { isHere, ruleOf, withRules, type Draft } from './draft.ts';
import { FoundList, foundKey, type Found } from './found-list.tsx';
import { edit, setCalendars, useCalendars } from './store.ts';
import { Ticks } from './ticks.tsx';

type Place = { readonly country: string; readonly state: string; readonly region: string };

/** Where this machine is set up for; a guess that saves most people a search. */
const ownCountry = (): string => {
  try {
    return new Intl.Locale(navigator.language).maximize().region ?? 'US';
  } catch {
    return 'US';
  }
};

const optionsOf = (places: readonly { readonly code: string; readonly name: string }[], whole: boolean) => [
  ...(whole ? [{ value: '', label: c.whole }] : []),
  ...places.map(({ code, name }) => ({ value: code, label: name })),
];

type PlaceProps = {
  readonly countries: readonly Country[];
  readonly place: Place;
  readonly onPick: (place: Place) => void;
};

function PlaceFields({ countries, place, onPick }: PlaceProps) {
  const states = countries.find(({ code }) => code === place.country)?.states ?? [];
  const regions = states.find(({ code }) => code === place.state)?.regions ?? [];
  return (
    <div className="flex gap-2">
      <Field label={c.country}>
        {(ids) => (
          <Select
            {...ids}
            options={optionsOf(countries, false)}
            tabIndex={0}
            value={place.country}
            onPick={(country) => onPick({ country, state: '', region: '' })}
          />
        )}
      </Field>
      {states.length > 0 && (
        <Field label={c.state}>
          {(ids) => (
            <Select
              {...ids}
              options={optionsOf(states, true)}
              value={place.state}
              onPick={(state) => onPick({ ...place, state, region: '' })}
            />
          )}
        </Field>
      )}
      {regions.length > 0 && (
        <Field label={c.region}>
          {(ids) => (
            <Select
              {...ids}
              options={optionsOf(regions, true)}
              value={place.region}
              onPick={(region) => onPick({ ...place, region })}
            />
          )}
        </Field>
      )}
    </div>
  );
}

function foundIn(draft: Draft, holidays: readonly OfficialHoliday[]): Found[] {
  return holidays.map(({ type, substitute, ...day }) => ({
    day,
    note: substitute ? c.standsIn : type === 'public' ? '' : c.types[type],
    here: isHere(draft, day),
  }));
}

export const untouched = (found: readonly Found[]): ReadonlySet<string> =>
  new Set(found.filter(({ here }) => !here).map(({ day }) => foundKey(day)));

/** Puts the ticked days into the draft; saving is still to come. */
export function addFound(found: readonly Found[], ticked: ReadonlySet<string>): void {
  const chosen = found.filter(({ day }) => ticked.has(foundKey(day)));
  edit((now) =>
    withRules(
      now,
      chosen.map(({ day }) => ruleOf(day)),
    ),
  );
  setCalendars({ dialog: null });
}

function CountryForm({ draft }: { readonly draft: Draft }) {
  const shownYear = useCalendars((state) => state.year);
  const places = useQuery(orpc.calendar.regions.queryOptions());
  const countries = places.data?.countries ?? [];
  const [chosen, setPlace] = useState<Place | null>(null);
  const guess = ownCountry();
  const place = chosen ?? { country: guess, state: '', region: '' };
  const [years, setYears] = useState<readonly string[]>([String(shownYear)]);
  const [types, setTypes] = useState<readonly string[]>(['public']);
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const input = {
    country: place.country,
    ...(place.state !== '' && { state: place.state }),
    ...(place.region !== '' && { region: place.region }),
    years: years.map(Number),
    types: holidayTypes.filter((type) => types.includes(type)),
  };
  const asked = years.length > 0 && types.length > 0 && countries.length > 0;
  const query = useQuery({
    ...orpc.calendar.holidays.queryOptions({ input }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  const found = asked ? foundIn(draft, query.data?.holidays ?? []) : [];
  const ticked = picked ?? untouched(found);
  const count = found.filter(({ day }) => ticked.has(foundKey(day))).length;
  const offered = Array.from({ length: 4 }, (_, i) => String(shownYear + i));
  return (
    <form
      className="flex flex-col gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (count > 0) addFound(found, ticked);
      }}
    >
      <PlaceFields
        countries={countries}
        place={place}
        onPick={(next) => {
          setPlace(next);
          setPicked(null);
        }}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Ticks
          label={c.years}
          options={offered.map((value) => ({ value, label: value }))}
          chosen={years}
          onChange={(next) => {
            setYears(next);
            setPicked(null);
          }}
        />
        <Ticks
          label={c.kindsOf}
          options={holidayTypes.map((value) => ({ value, label: c.types[value] }))}
          chosen={types}
          onChange={(next) => {
            setTypes(next);
            setPicked(null);
          }}
        />
      </div>
      {query.isLoading || places.isLoading ? (
        <p className="text-small text-ink-2">{c.searching}</p>
      ) : query.error !== null ? (
        <p className="text-small text-late">{messageOf(query.error)}</p>
      ) : found.length === 0 ? (
        <p className="text-small text-ink-2">{c.noneFound}</p>
      ) : (
        <FoundList found={found} ticked={ticked} onTick={setPicked} />
      )}
      <FormFoot>
        <Button onClick={() => setCalendars({ dialog: null })}>{c.cancel}</Button>
        <Button type="submit" look="primary" disabled={count === 0}>
          {c.addFound(count)}
        </Button>
      </FormFoot>
    </form>
  );
}

/** Holidays of a country, state or region: looked at, ticked, added. */
export function CountryDialog({ draft }: { readonly draft: Draft }) {
  const open = useCalendars((state) => state.dialog?.kind === 'country');
  return (
    <Dialog title={c.addCountry} open={open} onClose={() => setCalendars({ dialog: null })} width={640}>
      {open && <CountryForm draft={draft} />}
    </Dialog>
  );
}
