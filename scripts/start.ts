import { spawn, type ChildProcess } from 'node:child_process';
import { ensureBuilt } from './support/build.ts';
import { findElectron, hasDisplay } from './support/electron.ts';
import { openInBrowser } from './support/browser.ts';
import { at, isRoot } from './support/process.ts';

/**
 * `npm start [-- --desk FILE]`: Foredesk in Electron where that can run; otherwise it says why not in one line and serves
 * the same console on this machine's own address. `npm run serve` always serves. Other arguments pass through.
 */
const given = process.argv.slice(2);
const args = given.filter((arg) => arg !== '--serve');

await ensureBuilt();
process.exitCode = given.includes('--serve') ? await serve(args) : await desktopOrServe();

async function desktopOrServe(): Promise<number> {
  const reason = await desktop();
  if (typeof reason === 'number') return reason;
  console.error(`No desktop window: ${reason}. Serving the console for a browser instead.`);
  return serve(args.filter((arg) => arg !== '--no-sandbox'));
}

/** The exit code of the app, or why it could not run. */
async function desktop(): Promise<number | string> {
  if (!hasDisplay()) return 'there is no display';
  if (isRoot() && process.platform === 'linux' && !args.includes('--no-sandbox')) {
    return 'Electron keeps its sandbox only for an ordinary user, and this is root';
  }
  const electron = await findElectron();
  if ('reason' in electron) return electron.reason;
  const began = performance.now();
  const code = await follow(spawn(electron.path, electronArgs(), { stdio: 'inherit' }));
  // It says itself what is missing (a library, a right for its sandbox) before it gives up at once.
  return code !== 0 && performance.now() - began < 5000 ? `Electron stopped at once with code ${code}` : code;
}

/** Chromium's switches go before the path of the app, Foredesk's own after it. */
function electronArgs(): string[] {
  const own = args.filter((arg) => arg !== '--no-sandbox');
  return [...(args.includes('--no-sandbox') ? ['--no-sandbox'] : []), at('.'), ...own];
}

/** Serves until it is stopped; opens the browser at the first address it prints. */
function serve(rest: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [at('src/main/serve/index.ts'), ...rest], {
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  let opened = false;
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    const address = /http:\/\/[^\s"']+/.exec(chunk.toString())?.[0];
    if (opened || address === undefined) return;
    opened = true;
    openInBrowser(address);
  });
  return follow(child);
}

/** Passes on the signals that stop this script, and gives the exit code. */
function follow(child: ChildProcess): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.on('error', () => done(127));
    child.on('close', (code, signal) => done(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
}
