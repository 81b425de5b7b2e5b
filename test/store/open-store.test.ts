import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../src/main/store/migrations/all.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import { asFault } from '../../src/main/store/refusals.ts';
import { deskCommand, entry, root } from '../support/desk-command.ts';
import { newFile, newTicket, testDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let good: string;

beforeAll(async () => {
  const { client, file, close } = await testDesk(folder);
  await newTicket(client, { body: 'Where is it? '.repeat(500) });
  await close();
  good = file;
});

/** A copy of a closed desk, changed by hand. */
function copy(change: (file: string) => void): string {
  const file = newFile(folder);
  writeFileSync(file, readFileSync(good));
  change(file);
  return file;
}

/** Opens it as the desk would; the refusal, once it is certain that the file has not changed by a byte. */
function refused(file: string): { code: string; message: string } {
  const before = readFileSync(file);
  let caught: unknown;
  try {
    openStore(file, { now: 1 }).close();
  } catch (error) {
    caught = error;
  }
  expect(readFileSync(file).equals(before)).toBe(true);
  for (const suffix of ['-lock', '-journal', '-rehearsal']) expect(existsSync(file + suffix)).toBe(false);
  return caught as { code: string; message: string };
}

describe('a file that cannot be opened is refused, with a way out, and stays as it was (CHG-34)', () => {
  it.each([
    ['text', 'Dear diary, '.repeat(100)],
    ['a few bytes', 'SQLite'],
    ['something that only begins like SQLite', `SQLite format 3\0${'x'.repeat(4096)}`],
  ])('not SQLite: %s', (_, text) => {
    const file = newFile(folder);
    writeFileSync(file, text);
    expect(['NOT_A_DESK', 'DAMAGED']).toContain(refused(file).code);
    expect(refused(file).message).toMatch(/Choose a \.desk file|backup/);
  });

  it("another program's SQLite file", () => {
    const file = newFile(folder);
    const db = new Database(file);
    db.exec('CREATE TABLE song (title TEXT)');
    db.close();
    expect(refused(file)).toMatchObject({
      code: 'NOT_A_DESK',
      message: expect.stringContaining('not touched') as string,
    });
  });

  it('from the future', () => {
    const file = copy((path) => {
      const db = new Database(path);
      db.pragma(`user_version = ${migrations.length + 1}`);
      db.close();
    });
    expect(refused(file)).toMatchObject({
      code: 'FROM_FUTURE',
      message: expect.stringContaining('Update Foredesk') as string,
    });
  });

  it.each([60, 4096, 20_000])('cut off after %d bytes', (bytes) => {
    const file = copy((path) => {
      truncateSync(path, bytes);
    });
    expect(refused(file)).toMatchObject({ code: 'DAMAGED', message: expect.stringContaining('backup') as string });
  });

  it('cut off to nothing: no new desk takes its place, whatever stands beside it', () => {
    for (const beside of [[], ['-wal'], ['-wal', '-shm']]) {
      const file = copy((path) => {
        truncateSync(path, 0);
        for (const suffix of beside) writeFileSync(path + suffix, 'left over');
      });
      expect(refused(file)).toMatchObject({
        code: 'DAMAGED',
        message: expect.stringMatching(/0 bytes.*backup/) as string,
      });
      for (const suffix of beside) expect(readFileSync(file + suffix, 'utf8')).toBe('left over');
    }
  });

  it('with pages overwritten', () => {
    const file = copy((path) => {
      const bytes = readFileSync(path);
      bytes.fill(0xab, 100, 4096);
      writeFileSync(path, bytes);
    });
    expect(refused(file)).toMatchObject({ code: 'DAMAGED' });
  });

  it('in a folder that is not there, or a folder itself', () => {
    const open = (file: string) => () => openStore(file, { now: 1 });
    expect(open(join(folder, 'nowhere', 'x.desk'))).toThrow(
      expect.objectContaining({
        code: 'NOT_FOUND',
        message: expect.stringContaining('folder exists') as string,
      }) as Error,
    );
    const inner = join(folder, 'a-folder.desk');
    mkdirSync(inner);
    expect(open(inner)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }) as Error);
  });
});

describe('one writer (CHG-35)', () => {
  it('a second open in the same process is refused, and leaves the first as it was', () => {
    const file = copy(() => undefined);
    const first = openStore(file, { now: 1 });
    expect(() => openStore(file, { now: 1 })).toThrow(expect.objectContaining({ code: 'LOCKED' }) as Error);
    first.close();
    openStore(file, { now: 1 }).close();
    expect(existsSync(`${file}-lock`)).toBe(false);
  });

  it('a second process is refused in words; a killed one holds nothing back', async () => {
    const file = copy(() => undefined);
    const first = openStore(file, { now: 1 });
    const said = await deskCommand(['--desk', file, 'call', 'desk.info']);
    expect(said).toMatchObject({ exitCode: 1, lines: [{ error: { code: 'LOCKED' } }] });
    expect(said.stdout).toContain('open in another Foredesk');
    first.close();

    const holder = spawn(process.execPath, [entry, '--desk', file, 'batch'], { stdio: 'pipe' });
    holder.stdin.write('{"id":1,"procedure":"desk.info"}\n');
    await once(holder.stdout, 'data');
    expect(() => openStore(file, { now: 1 })).toThrow(expect.objectContaining({ code: 'LOCKED' }) as Error);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    openStore(file, { now: 1 }).close();
  });
});

describe('read-only (CHG-34)', () => {
  // Permissions do not bind root; nobody (65534) is bound by them, and only root can become nobody.
  const asRoot = process.getuid?.() === 0;
  const nobody = asRoot ? { uid: 65_534 } : {};
  const readable = !asRoot || (statSync(root).mode & 0o5) === 0o5;

  it.runIf(process.platform !== 'win32' && readable)('a file or a folder that may not be written to', async () => {
    const place = join(folder, 'read-only');
    mkdirSync(place);
    chmodSync(folder, 0o755);
    const file = join(place, 'x.desk');
    writeFileSync(file, readFileSync(good));
    const ask = () => deskCommand(['--desk', file, 'call', 'desk.info'], nobody);
    const refusedAs = { exitCode: 1, lines: [{ error: { code: 'READ_ONLY' } }] };

    chmodSync(place, 0o777);
    chmodSync(file, 0o444);
    expect(await ask()).toMatchObject(refusedAs);
    chmodSync(file, 0o666);
    chmodSync(place, 0o555);
    expect(await ask()).toMatchObject(refusedAs);
    expect(readFileSync(file).equals(readFileSync(good))).toBe(true);
    chmodSync(place, 0o777);
    if (asRoot) chownSync(file, 65_534, 65_534);
    expect(await ask()).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['SQLITE_READONLY_DBMOVED', 'READ_ONLY'],
    ['EROFS', 'READ_ONLY'],
    ['SQLITE_FULL', 'READ_ONLY'],
    ['ENOSPC', 'READ_ONLY'],
    ['SQLITE_BUSY_SNAPSHOT', 'LOCKED'],
    ['SQLITE_CORRUPT_VTAB', 'DAMAGED'],
    ['SQLITE_CANTOPEN', 'NOT_FOUND'],
  ])("the system's %s is our %s", (code, ours) => {
    const fault = asFault(Object.assign(new Error('raw'), { code }), 'x.desk');
    expect(fault).toMatchObject({ code: ours, message: expect.stringMatching(/\. [A-Z].*\.$/) as string });
  });
});
