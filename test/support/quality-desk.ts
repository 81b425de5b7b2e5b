import { afterEach, beforeEach } from 'vitest';
import type { ScorecardBody } from '../../src/contract/index.ts';
import { fakeClock, hour, minute, mondayTen } from './fake-clock.ts';
import { newTicket, testDesk, type Client, type TestDesk } from './test-desk.ts';

/** A form of two sections and three criteria: five points, three points or N/A, and a yes that must be one. */
export const chatCard: ScorecardBody = {
  name: 'Chat',
  purpose: '',
  passPercent: 80,
  causes: ['Process not followed', 'Knowledge'],
  sections: [
    {
      id: 'work',
      name: 'Work',
      weight: 80,
      bonus: false,
      criteria: [
        {
          id: 'solution',
          name: 'Right solution',
          guidance: '',
          scale: { kind: 'points', points: 5 },
          weight: 60,
          mayBeNA: false,
          autoFail: null,
          causeBelow: 0.6,
          commentBelow: null,
          showIf: null,
          levels: [],
        },
        {
          id: 'notes',
          name: 'Notes',
          guidance: '',
          scale: { kind: 'points', points: 3 },
          weight: 40,
          mayBeNA: true,
          autoFail: null,
          causeBelow: null,
          commentBelow: null,
          showIf: null,
          levels: [],
        },
      ],
    },
    {
      id: 'care',
      name: 'Care',
      weight: 20,
      bonus: false,
      criteria: [
        {
          id: 'privacy',
          name: 'Privacy',
          guidance: '',
          scale: { kind: 'yesNo' },
          weight: 100,
          mayBeNA: false,
          autoFail: { at: 0, fails: 'card' },
          causeBelow: null,
          commentBelow: null,
          showIf: null,
          levels: [],
        },
      ],
    },
  ],
};

type People = Record<'ada' | 'ben' | 'cleo', string>;
type Set = Parameters<Client['quality']['answer']>[0]['set'];

/** Before each test a desk with three people and that form; what the tests of quality begin with is made on it. */
export function qualityDesk(folder: string) {
  let desk: TestDesk;
  let people: People;
  let card: string;
  beforeEach(async () => {
    desk = await testDesk(folder);
    const make = async (name: string) => (await desk.client.people.create({ name })).id;
    people = { ada: await make('Ada Lund'), ben: await make('Ben Oyelaran'), cleo: await make('Cleo Park') };
    card = (await desk.client.quality.cardSave({ card: chatCard })).id;
  });
  afterEach(() => desk.close());

  /** A ticket of Ada's, answered and solved. */
  async function solved(subject = 'Late delivery', agent = people.ada): Promise<string> {
    const { id } = await newTicket(desk.client, { subject, body: 'Where is it? Write to ann@example.com.' });
    await desk.client.tickets.update({ selection: { ids: [id] }, set: { assigneeId: agent } });
    await desk.client.tickets.reply({ id, body: 'On its way.', status: 'solved' });
    desk.clock.pass(minute);
    return id;
  }
  const review = async (reviewerId: string | null = people.ben, subject?: string): Promise<string> =>
    (await desk.client.quality.reviewMake({ ticketId: await solved(subject), reviewerId, scorecardId: card })).id;
  const say = (id: string, criterion: string, set: Set) => desk.client.quality.answer({ id, criterion, set });
  /** Four of five, notes N/A, privacy kept: 80 %. */
  async function scoreAll(id: string): Promise<void> {
    await say(id, 'solution', { value: 4 });
    await say(id, 'notes', { value: 'na' });
    await say(id, 'privacy', { value: 1 });
  }
  async function finish(id: string): Promise<void> {
    await scoreAll(id);
    await desk.client.quality.finish({ id });
  }
  /** A review that is done and given to its agent. */
  async function released(): Promise<string> {
    const id = await review();
    await finish(id);
    await desk.client.quality.release({ ids: [id] });
    return id;
  }
  return {
    get desk() {
      return desk;
    },
    get client() {
      return desk.client;
    },
    get people() {
      return people;
    },
    get card() {
      return card;
    },
    solved,
    review,
    say,
    scoreAll,
    finish,
    released,
  };
}

async function upload(to: Client, base64: string) {
  const data = Buffer.from(base64, 'base64');
  const { uploadId } = await to.exchange.uploadStart({ fileName: 'a.fdpack', bytes: data.length });
  for (let offset = 0; offset < data.length; offset += 500_000)
    await to.exchange.uploadChunk({
      uploadId,
      offset,
      data: data.subarray(offset, offset + 500_000).toString('base64'),
    });
  return { uploadId };
}

/** Beside the desk a second one, on which packs are opened; its clock is an hour ahead. */
export function awayDesk(folder: string, home: { readonly client: Client }) {
  const passphrase = 'correct horse battery';
  let other: TestDesk;
  beforeEach(async () => {
    other = await testDesk(folder, { clock: fakeClock(mondayTen + hour, 99) });
  });
  afterEach(() => other.close());
  return {
    passphrase,
    get desk() {
      return other;
    },
    get client() {
      return other.client;
    },
    /** Ended and begun again on the same file, eight hours later. */
    async restart(): Promise<void> {
      const { file } = other;
      await other.close();
      other = await testDesk(folder, { file, clock: fakeClock(mondayTen + 9 * hour, 5) });
    },
    upload,
    open: async (base64: string, words = passphrase) =>
      other.client.quality.packOpen({ source: await upload(other.client, base64), passphrase: words }),
    bringHome: async (base64: string) =>
      home.client.quality.packMerge({ source: await upload(home.client, base64), passphrase }),
  };
}
