import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readPreferences, writePreferences } from '../../../src/main/electron/preferences.ts';

const home = mkdtempSync(join(tmpdir(), 'foredesk-preferences-'));
const file = join(home, 'preferences.json');
afterEach(() => rmSync(file, { force: true }));

const window = { bounds: { x: 1, y: 2, width: 1200, height: 800 }, maximized: true };

it('keeps what is not changed', () => {
  writePreferences(file, { deskFile: '/a.desk' });
  writePreferences(file, { window });
  expect(readPreferences(file)).toEqual({ deskFile: '/a.desk', window });
});

it.each(['', 'not json', '[]', 'null', '{"deskFile":5,"window":{"bounds":{}}}'])('starts afresh from %j', (text) => {
  writeFileSync(file, text);
  expect(readPreferences(file).deskFile).toBeUndefined();
  writePreferences(file, { deskFile: '/b.desk' });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ deskFile: '/b.desk' });
});
