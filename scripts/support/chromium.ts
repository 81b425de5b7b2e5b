import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { bring } from './debian.ts';
import { at, which } from './process.ts';
import { runWatched } from './watched.ts';

/**
 * A Chromium for the browser suite: the one that is there (FOREDESK_CHROMIUM, Playwright's own, the system's), else
 * Playwright's own downloaded, else Debian's by apt-get. Its path, or what to install.
 */
export async function findChromium(): Promise<{ readonly path: string } | { readonly reason: string }> {
  const there = present();
  if (there !== null) return { path: there };
  console.error('Fetching a Chromium for the browser suite, once…');
  const cli = at('node_modules/playwright-core/cli.js');
  const failure = await runWatched(process.execPath, [cli, 'install', 'chromium'], {}, [browsersFolder()]);
  if (failure === null && present() !== null) return { path: present() ?? '' };
  const missing = await bring([{ there: () => present() !== null, packages: ['chromium'] }]);
  const path = present();
  return path === null ? { reason: missing ?? `no Chromium (${failure ?? 'unknown'})` } : { path };
}

function present(): string | null {
  const asked = process.env['FOREDESK_CHROMIUM'];
  if (asked) return asked;
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  return which('chromium') ?? which('chromium-browser') ?? which('google-chrome');
}

const browsersFolder = (): string => process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), '.cache/ms-playwright');
