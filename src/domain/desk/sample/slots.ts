import type { Prng } from '../../prng.ts';
import type { Topic } from './topic.ts';

const names = [
  'first',
  'last',
  'agent',
  'order',
  'product',
  'amount',
  'date',
  'day',
  'city',
  'carrier',
  'invoice',
  'code',
  'colour',
  'size',
  'device',
  'four',
  'two',
  'version',
] as const;

/** One value per slot, in the order of `names`; the same all through a ticket. */
export type SlotValues = string[];
export const agentSlot = names.indexOf('agent');

/** Texts, and between them the place of a slot. */
export type Template = readonly (string | number)[];

export function template(text: string): Template {
  return text.split(/\{(\w+)\}/).flatMap((piece, at): (string | number)[] => {
    if (at % 2 === 0) return piece === '' ? [] : [piece];
    const slot = names.findIndex((name) => name === piece);
    if (slot < 0) throw new RangeError(`No slot is called {${piece}}.`);
    return [slot];
  });
}

export function fill(text: Template, values: Readonly<SlotValues>): string {
  let filled = '';
  for (const piece of text) filled += typeof piece === 'string' ? piece : (values[piece] ?? '');
  return filled;
}

/** A topic whose texts are cut at their slots, once. */
export type ReadyTopic = Omit<Topic, 'subjects' | 'opens' | 'asks' | 'holds' | 'resolves' | 'notes'> & {
  readonly subjects: readonly Template[];
  readonly opens: readonly Template[];
  readonly asks: readonly (readonly [Template, Template])[];
  readonly holds: readonly Template[];
  readonly resolves: readonly Template[];
  readonly notes: readonly Template[];
};

export function ready(topic: Topic): ReadyTopic {
  return {
    ...topic,
    subjects: topic.subjects.map(template),
    opens: topic.opens.map(template),
    asks: topic.asks.map(([ask, answer]) => [template(ask), template(answer)] as const),
    holds: topic.holds.map(template),
    resolves: topic.resolves.map(template),
    notes: topic.notes.map(template),
  };
}

const products =
  'desk lamp|oak table|coffee machine|office chair|robot vacuum|bookshelf|garden bench|kettle|dishwasher|tent|bicycle rack|dinner set|mattress|wardrobe|air purifier|headphones|bathroom cabinet|sofa bed|toaster|hiking backpack|stand mixer|wall clock|washing machine|rug|induction hob|cargo trailer|smart bulb|camping stove|mirror|baby cot|drill|hedge trimmer|speaker|pressure cooker|standing desk|fridge'.split(
    '|',
  );
const cities =
  'Lisbon|Porto|Braga|Faro|Coimbra|Madrid|Lyon|Antwerp|Bologna|Hamburg|Krakow|Cork|Leeds|Gothenburg|Aarhus|Boston|Newark|Philadelphia|Providence|Albany|Richmond|Toronto|Salvador|Thessaloniki'.split(
    '|',
  );
const carriers = ['ParcelWay', 'Correia Express', 'BlueVan', 'Nordpost', 'Atlantic Freight', 'CityRider'];
const colours = ['white', 'black', 'oak', 'dark green', 'sand', 'light grey', 'navy', 'terracotta', 'walnut'];
const sizes = ['S', 'M', 'L', 'XL', '38', '40', '42', '44', '90 x 200', '140 x 200', '160 x 230'];
const devices = ['iPhone 15', 'Pixel 9', 'Galaxy S24', 'iPad', 'Fairphone 5', 'older laptop', 'Galaxy A54', 'MacBook'];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

export type SlotSource = {
  readonly first: string;
  readonly last: string;
  /** Counts up with time, so that order numbers do. */
  readonly orderBase: number;
  readonly date: string;
};

export function slotValues(rng: Prng, source: SlotSource): SlotValues {
  const cents = rng.pick(['00', '00', '50', '90', '95', '99']);
  const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
  const code = `${letters.charAt(rng.int(0, 22))}${letters.charAt(rng.int(0, 22))}-${rng.int(10000, 99999)}`;
  return [
    source.first,
    source.last,
    '',
    String(source.orderBase + rng.int(0, 399)),
    rng.pick(products),
    `€${rng.int(9, 640)}.${cents}`,
    source.date,
    rng.pick(weekdays),
    rng.pick(cities),
    rng.pick(carriers),
    `NW-${rng.int(100000, 999999)}`,
    code,
    rng.pick(colours),
    rng.pick(sizes),
    rng.pick(devices),
    String(rng.int(1001, 9899)),
    String(rng.int(12, 98)),
    `${rng.int(4, 7)}.${rng.int(0, 12)}.${rng.int(1, 9)}`,
  ];
}
