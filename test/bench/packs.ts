import { copyFileSync, constants, rmSync } from 'node:fs';
import { createDecipheriv, scryptSync } from 'node:crypto';
import { call } from '@orpc/server';
import type { QualityReview, ReviewRow } from '../../src/contract/index.ts';
import { dateOf } from '../../src/domain/calendar/wall-time.ts';
import type { OpenDesk } from '../../src/main/desk/open-desk.ts';
import { sampleFile, scratch, withDesk } from './desks.ts';
import { time, type Row } from './stats.ts';

const reviewsInPack = 500;
const passphrase = 'harbour lantern cider window moss';
const dayMs = 86_400_000;

const contextOf = (desk: OpenDesk) => ({ context: desk.session({ trusted: true }) });

function removeDesk(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(file + suffix, { force: true });
}

/** Bytes sent up as the window does. */
async function upload(desk: OpenDesk, base64: string): Promise<{ uploadId: string }> {
  const context = contextOf(desk);
  const bytes = Buffer.from(base64, 'base64');
  const start = { fileName: 'bench.fdpack', bytes: bytes.length };
  const { uploadId } = await call(desk.router.exchange.uploadStart, start, context);
  for (let offset = 0; offset < bytes.length; offset += 500_000) {
    const data = bytes.subarray(offset, offset + 500_000).toString('base64');
    await call(desk.router.exchange.uploadChunk, { uploadId, offset, data }, context);
  }
  return { uploadId };
}

async function withCard(desk: OpenDesk): Promise<void> {
  const context = contextOf(desk);
  const { templates } = await call(desk.router.quality.cardTemplates, undefined, context);
  const [card] = templates;
  if (card === undefined) throw new Error('No template to score by');
  await call(desk.router.quality.cardSave, { card }, context);
  const plan = await call(desk.router.quality.plan, undefined, context);
  await call(desk.router.quality.planSave, { ...plan, sharePercent: 5, minPerAgent: 5, riskPicks: 20 }, context);
}

/** Draws week after week, newest first, until there is enough; what the first of them took, and of how many tickets. */
async function drawWeeks(desk: OpenDesk): Promise<{ reviews: readonly ReviewRow[]; firstMs: number; closed: number }> {
  const context = contextOf(desk);
  let firstMs = 0;
  for (let week = 1; week < 100; week += 1) {
    const date = dateOf(Math.floor((Date.now() - week * 7 * dayMs) / dayMs));
    const from = performance.now();
    await call(desk.router.quality.draw, { date }, context);
    if (week === 1) firstMs = performance.now() - from;
    const found = await call(desk.router.quality.reviews, { filter: {}, limit: reviewsInPack }, context);
    if (found.reviews.length < reviewsInPack) continue;
    const { weeks } = await call(desk.router.quality.weeks, { count: 2 }, context);
    return { reviews: found.reviews, firstMs, closed: weeks[1]?.closed ?? 0 };
  }
  throw new Error(`The desk has no ${reviewsInPack} reviews`);
}

/** What unsealing costs by itself: the key, and both parts under it. */
function unseal(base64: string): number {
  const bytes = Buffer.from(base64, 'base64');
  const key = scryptSync(passphrase, bytes.subarray(0, 16), 32, { N: 65_536, r: 8, p: 1, maxmem: 2 ** 27 });
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(16, 28));
  return decipher.update(bytes).length;
}

async function scoreOne(desk: OpenDesk, pack: string, { id, card }: QualityReview): Promise<void> {
  const criterion = card.sections[0]?.criteria[0];
  if (criterion === undefined) throw new Error('The form is empty');
  const set = { value: criterion.scale.kind === 'yesNo' ? 1 : 2 };
  await call(desk.router.quality.answer, { id, pack, criterion: criterion.id, set }, contextOf(desk));
}

/** A week drawn on a desk of so many tickets; a pack of 500 conversations made, opened elsewhere, worked on, brought home. */
export async function packBench(tickets: number): Promise<Row[]> {
  const [home, away] = [scratch(`packs-${tickets}.desk`), scratch(`packs-away-${tickets}.desk`)];
  for (const file of [home, away]) removeDesk(file);
  copyFileSync(await sampleFile(tickets), home, constants.COPYFILE_FICLONE);
  const rows: Row[] = [];
  const add = (name: string, ours: number, floor: number | null, note = ''): void => {
    rows.push({ name: `${name}, desk of ${tickets}`, ours, floor, unit: 'ms', better: 'less', note });
  };
  await withDesk(home, async (desk) => {
    await withCard(desk);
    const { reviews, firstMs, closed } = await drawWeeks(desk);
    add('quality.draw of a week', firstMs, null, `${closed} tickets closed in it`);
    const context = contextOf(desk);
    const from = performance.now();
    const made = await call(
      desk.router.quality.packMake,
      { reviewIds: reviews.map(({ id }) => id), passphrase },
      context,
    );
    add(`a pack of ${reviewsInPack} conversations made`, performance.now() - from, null);
    const back = await withDesk(away, (other) => workElsewhere(other, made.base64, add));
    const source = await upload(desk, back);
    const begun = performance.now();
    const { merged } = await call(desk.router.quality.packMerge, { source, passphrase }, context);
    add(`that pack merged`, performance.now() - begun, null, `${merged} reviews`);
  });
  for (const file of [home, away]) removeDesk(file);
  return rows;
}

async function workElsewhere(
  desk: OpenDesk,
  base64: string,
  add: (name: string, ours: number, floor: number | null, note?: string) => void,
): Promise<string> {
  const context = contextOf(desk);
  const source = await upload(desk, base64);
  const from = performance.now();
  const { pack, reviews } = await call(desk.router.quality.packOpen, { source, passphrase }, context);
  const opened = performance.now() - from;
  const floor = await time(3, () => unseal(base64));
  add(
    `a pack of ${reviewsInPack} conversations opened`,
    opened,
    floor.p50,
    `${Math.round((base64.length * 0.75) / 1024)} kB; floor: scrypt and AES alone`,
  );
  const whole: QualityReview[] = [];
  for (const { id } of reviews) whole.push(await call(desk.router.quality.review, { id, pack: pack.id }, context));
  const begun = performance.now();
  for (const review of whole) await scoreOne(desk, pack.id, review);
  add('an answer kept in that pack', (performance.now() - begun) / whole.length, null, 'sealed and on the disk');
  const saved = await call(desk.router.quality.packSave, { id: pack.id }, context);
  return saved.base64;
}
