import { request } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { serveDesk, type DeskServer } from '../../src/main/serve/server.ts';
import { enter } from '../support/enter.ts';
import { testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;
let server: DeskServer;
let cookie: string;

type Answer = {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
};

/** A request as written: fetch would tidy the path and refuse the Host. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.on('error', reject).end();
  });
}

beforeAll(async () => {
  desk = await testDesk(folder);
  const root = join(folder, 'console');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Foredesk</title>');
  writeFileSync(join(root, 'assets', 'a.js'), 'export {}');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  writeFileSync(join(folder, 'console-secret.html'), 'secret');
  server = await serveDesk(desk.desk, { port: 0, root });
  cookie = await enter(server.address);
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

describe('the loopback console', () => {
  it('takes its token once, and its cookie is out of reach of scripts and other sites', async () => {
    expect(cookie).toMatch(/^foredesk_session=.{40,}$/);
    const token = server.address.slice(server.address.indexOf('/?'));
    expect(await ask(token)).toMatchObject({ status: 403, body: expect.stringContaining('used already') as string });
    expect(await ask(token, { cookie })).toMatchObject({ status: 303, headers: { location: '/' } });
    const other = await serveDesk(desk.desk, { port: 0 });
    const response = await fetch(other.address, { redirect: 'manual' });
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await fetch(`http://127.0.0.1:${other.port}/`, { headers: { cookie } })).status).toBe(403);
    await other.close();
  });

  it('shows nothing without the cookie, and nothing of a wrong token', async () => {
    for (const path of ['/', '/assets/a.js', '/?token=wrong', '/?token=']) expect((await ask(path)).status).toBe(403);
    expect((await ask('/', { cookie: 'foredesk_session=guess' })).status).toBe(403);
    expect((await ask('/', { cookie })).status).toBe(200);
  });

  it('refuses a foreign Host, also with the cookie', async () => {
    for (const host of ['evil.example', `evil.example:${server.port}`, '127.0.0.1', `[::1]:${server.port}`])
      expect((await ask('/', { cookie, host })).status).toBe(403);
    expect((await ask('/', { cookie, host: `localhost:${server.port}` })).status).toBe(200);
  });

  it('sends a page that may load and reach its own host only', async () => {
    const { headers } = await ask('/', { cookie });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${server.port}`);
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
  });

  it.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/assets/../../secret.html',
    '/../console-secret.html',
    '/..%5csecret.html',
    '/%00.html',
    '/assets',
    '/index.html%00.js',
  ])('does not leave its folder for %s', async (path) => {
    const { status, body } = await ask(path, { cookie });
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('secret');
  });

  it('answers what is malformed, and goes on', async () => {
    expect((await ask('/%E0%A4%A', { cookie })).status).toBe(400);
    expect((await ask('/', { cookie }, 'POST')).status).toBe(405);
    expect(await ask('/', { cookie }, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });
});

/** Resolves with what became of an attempt to open the socket. */
function attempt(headers: Record<string, string>, path = '/rpc'): Promise<'open' | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
  return new Promise((resolve) => {
    socket.on('open', () => {
      resolve('open');
      socket.terminate();
    });
    socket.on('unexpected-response', (sent, response) => {
      resolve(response.statusCode ?? 0);
      sent.destroy();
    });
    socket.on('error', () => undefined);
  });
}

describe('its socket', () => {
  const origin = () => `http://127.0.0.1:${server.port}`;

  it('opens for the page it served alone', async () => {
    expect(await attempt({ cookie, origin: origin() })).toBe('open');
    expect(await attempt({ origin: origin() })).toBe(403);
    expect(await attempt({ cookie })).toBe(403);
    expect(await attempt({ cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await attempt({ cookie, origin: 'null' })).toBe(403);
    expect(await attempt({ cookie, origin: origin(), host: 'evil.example' })).toBe(403);
    expect(await attempt({ cookie, origin: origin() }, '/other')).toBe(403);
  });

  it('that sends too much, or goes away in the middle, ends alone', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/rpc`, { headers: { cookie, origin: origin() } });
    socket.on('open', () => {
      socket.send(Buffer.alloc(17 * 1024 * 1024));
    });
    const code = await new Promise((resolve) => {
      socket.on('close', resolve).on('error', () => undefined);
    });
    expect([1006, 1009]).toContain(code);
    expect(await attempt({ cookie, origin: origin() })).toBe('open');
    expect((await ask('/', { cookie })).status).toBe(200);
  });
});
