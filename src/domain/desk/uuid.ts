/** The same of what may point nowhere. */
export const uuidTextOrNull = (id: Uint8Array | null): string | null => (id === null ? null : uuidText(id));

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7) as 16 bytes: 48 bits of epoch ms, a 12-bit counter that keeps ids of
 * one millisecond in order, 62 random bits. Time and randomness come in, so a seeded run gives the same ids again.
 */
export type UuidMaker = (atMs: number) => Uint8Array;

const poolSize = 4096;

export function uuidMaker(randomBytes: (count: number) => Uint8Array): UuidMaker {
  let pool: Uint8Array = new Uint8Array(0);
  let used = 0;
  let lastMs = -1;
  let counter = 0;

  return (atMs) => {
    if (used + 8 > pool.length) {
      pool = randomBytes(poolSize);
      used = 0;
    }
    // A clock that steps back, or 4096 ids within one millisecond, borrows from the future rather than lose order.
    if (atMs > lastMs) {
      lastMs = atMs;
      counter = 0;
    } else if (++counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
    const id = new Uint8Array(16);
    writeTime(id, lastMs);
    id[6] = 0x70 | (counter >> 8);
    id[7] = counter & 0xff;
    id.set(pool.subarray(used, used + 8), 8);
    id[8] = 0x80 | ((id[8] ?? 0) & 0x3f);
    used += 8;
    return id;
  };
}

function writeTime(id: Uint8Array, ms: number): void {
  const high = Math.floor(ms / 0x1_0000_0000);
  id[0] = high >> 8;
  id[1] = high & 0xff;
  id[2] = (ms >>> 24) & 0xff;
  id[3] = (ms >>> 16) & 0xff;
  id[4] = (ms >>> 8) & 0xff;
  id[5] = ms & 0xff;
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** 16 bytes to `xxxxxxxx-xxxx-...`. */
export function uuidText(id: Uint8Array): string {
  let text = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += hex[id[i] ?? 0] ?? '';
  }
  return text;
}

/** The other way; the contract has checked the form before. */
export function uuidBytes(text: string): Uint8Array {
  const digits = text.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}
