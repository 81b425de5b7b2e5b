import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { instantInSchema } from '../../../src/contract/common.ts';
import { toInstant } from '../../../src/domain/calendar/instant.ts';

const nine = Date.UTC(2026, 1, 3, 9);
const iso = (ms: number) => new Date(ms).toISOString();

describe('an instant in ISO 8601 (CAL-27)', () => {
  it.each([
    ['2026-02-03T09:00:00Z', nine],
    ['2026-02-03T09:00Z', nine],
    ['2026-02-03T09Z', nine],
    ['2026-02-03T11:00+02:00', nine],
    ['2026-02-03T11:00:00+0200', nine],
    ['2026-02-03T11:00:00+02', nine],
    ['2026-02-03T05:30:00-03:30', nine],
    ['2026-02-03T05:30:00\u221203:30', nine],
    ['2026-02-03t09:00:00z', nine],
    ['2026-02-03 09:00:00Z', nine],
    ['20260203T090000Z', nine],
    ['20260203T0900Z', nine],
    ['20260203T110000+0200', nine],
    ['20260203T090000,25Z', nine + 250],
    ['2026-02-03T09:00:00.1239Z', nine + 123],
    ['2026-02-03T09:00:00,5Z', nine + 500],
    ['2026-02-02T24:00:00Z', nine - 9 * 3_600_000],
    ['2026-02-02T24:00Z', nine - 9 * 3_600_000],
    ['2016-12-31T23:59:60Z', Date.UTC(2016, 11, 31, 23, 59, 59)],
    ['2024-02-29T00:00Z', Date.UTC(2024, 1, 29)],
    ['+002026-02-03T09:00Z', nine],
    ['0000-03-01T00:00Z', Date.parse('0000-03-01T00:00:00Z')],
    ['0099-03-01T00:00Z', Date.parse('0099-03-01T00:00:00Z')],
    ['-000001-03-01T00:00:00Z', Date.parse('-000001-03-01T00:00:00Z')],
    [' 2026-02-03T09:00Z ', nine],
    ['1969-12-31T23:59:59.9999Z', -1],
  ])('%s is read, and handed on as every machine reads it', (text, ms) => {
    expect(toInstant(text)).toBe(ms);
    expect(instantInSchema.parse(text)).toBe(iso(ms));
  });

  it.each([
    ['2026-02-03T09:00:00', 'has no offset'],
    ['2026-02-03T09:00', 'has no offset'],
    ['20260203T090000', 'has no offset'],
    ['2026-02-03', 'is a day and no instant'],
    ['2026-02-30T09:00Z', 'a day that does not exist'],
    ['2023-02-29T09:00Z', 'a day that does not exist'],
    ['2026-13-01T09:00Z', 'a day that does not exist'],
    ['2026-00-10T09:00Z', 'a day that does not exist'],
    ['-000000-01-01T00:00Z', 'a day that does not exist'],
    ['2026-02-03T25:00Z', 'a time that does not exist'],
    ['2026-02-03T09:60Z', 'a time that does not exist'],
    ['2026-02-03T24:00:01Z', 'a time that does not exist'],
    ['2026-02-03T24:00:00.5Z', 'a time that does not exist'],
    ['2026-02-03T9:00Z', 'a time that does not exist'],
    ['2026-02-03T09:0000Z', 'a time that does not exist'],
    ['2026-02-03T09:00+24:00', 'an offset that does not exist'],
    ['2026-02-03T09:00+2', 'an offset that does not exist'],
    ['+275761-01-01T00:00Z', 'is too far away'],
    ['2026-02-03T09:00Z[UTC]', 'is not an instant'],
    ['03/02/2026 09:00Z', 'is not an instant'],
    ['1770109200000', 'is not an instant'],
    ['tomorrow', 'is not an instant'],
    ['', 'is not an instant'],
  ])('%s is refused: it %s', (text, why) => {
    expect(() => toInstant(text)).toThrow(
      expect.objectContaining({ code: 'INVALID', message: expect.stringContaining(why) as string }) as Error,
    );
    const { error } = instantInSchema.safeParse(text);
    expect(JSON.stringify(error?.issues)).toContain(why);
  });

  const instant = fc.integer({ min: Date.UTC(1, 0, 1), max: Date.UTC(9998, 11, 31) });
  const offset = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 });
  const two = (n: number) => String(n).padStart(2, '0');

  it('is what Temporal and Date read, however it is written', () => {
    fc.assert(
      fc.property(
        instant,
        offset,
        fc.constantFrom('', ':'),
        fc.boolean(),
        fc.constantFrom('T', 't', ' '),
        fc.constantFrom('.', ','),
        (ms, minutes, colon, basic, mark, point) => {
          const [date = '', clock = ''] = iso(ms + minutes * 60_000)
            .replace('Z', '')
            .split('T');
          const sign = minutes < 0 ? '-' : '+';
          const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
          const shift = `${sign}${two(hours)}${colon}${two(rest)}`;
          const written = basic
            ? `${date.replaceAll('-', '')}${mark}${clock.replaceAll(':', '').replace('.', point)}${shift}`
            : `${date}${mark}${clock.replace('.', point)}${shift}`;
          expect(toInstant(written)).toBe(ms);
          expect(Temporal.Instant.from(written).epochMilliseconds).toBe(ms);
          const plain = `${date}T${clock}${sign}${two(hours)}:${two(rest)}`;
          expect(toInstant(plain)).toBe(Date.parse(plain));
        },
      ),
    );
  });

  it('takes of what is nearly right nothing that Temporal refuses', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map(two);
    const text = fc
      .tuple(
        part(13),
        part(32),
        part(25),
        part(61),
        part(61),
        fc.constantFrom('Z', '', '+02:00', '+0260', '-25:00', '+02'),
      )
      .map(([month, day, h, m, s, end]) => `2026-${month}-${day}T${h}:${m}:${s}${end}`);
    fc.assert(
      fc.property(text, (written) => {
        const read = (of: (text: string) => number) => {
          try {
            return of(written);
          } catch {
            return null;
          }
        };
        // Temporal knows no 24:00, which ISO 8601 does.
        fc.pre(!written.includes('T24:00:00'));
        expect(read(toInstant)).toBe(read((each) => Temporal.Instant.from(each).epochMilliseconds));
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back the same from what it is handed on as', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (ms) => {
        expect(toInstant(iso(ms))).toBe(ms);
        expect(instantInSchema.parse(iso(ms))).toBe(iso(ms));
        expect(toInstant(ms)).toBe(ms);
      }),
    );
  });
});
