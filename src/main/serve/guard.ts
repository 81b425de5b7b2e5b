import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may talk to the loopback console: the browser that came with the one-time token, and has held its cookie since. The
 * Host is checked against DNS rebinding, the Origin against other sites' scripts.
 */
export type Guard = {
  readonly token: string;
  /** The session cookie's value, if this is the token and it has not been used. */
  readonly redeem: (token: string) => string | null;
  readonly knows: (request: IncomingMessage) => boolean;
  readonly isHost: (request: IncomingMessage) => boolean;
  readonly isOrigin: (request: IncomingMessage) => boolean;
};

export const cookieName = 'foredesk_session';

export function createGuard(port: () => number): Guard {
  const token = randomBytes(24).toString('base64url');
  const session = randomBytes(32).toString('base64url');
  let used = false;
  const hosts = (): string[] => [`127.0.0.1:${port()}`, `localhost:${port()}`];
  return {
    token,
    redeem(given) {
      if (used || !same(given, token)) return null;
      used = true;
      return session;
    },
    knows: (request) => cookies(request).some((value) => same(value, session)),
    isHost: (request) => hosts().includes(request.headers.host ?? ''),
    isOrigin: (request) => hosts().some((host) => request.headers.origin === `http://${host}`),
  };
}

const cookies = (request: IncomingMessage): string[] =>
  (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .flatMap(([name, value]) => (name === cookieName && value !== undefined ? [value] : []));

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
