// Stands in for the default app of Electron, which a packaged app (and so the test runtime) comes without: it is what makes
// `electron [--switches] [-r MODULE] PATH [arguments]` run the app at PATH. Playwright starts apps that way.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { existsSync, readFileSync } from 'node:fs';
import { app } from 'electron';

const { modules, path } = read(process.argv.slice(1));
if (path === null) {
  process.stderr.write('electron: no app given\n');
  process.exit(1);
}
const folder = resolve(path);
const require = createRequire(join(folder, 'package.json'));
process.defaultApp = true;
for (const name of modules) require(resolve(name));
await import(pathToFileURL(prepare(folder)).href);

function read(args) {
  const modules = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === '-r' || arg === '--require') modules.push(args[++i]);
    else if (!arg.startsWith('-')) return { modules, path: arg };
  }
  return { modules, path: null };
}

/** Name, version and folders of the app, as Electron's own default app sets them. The file to start. */
function prepare(folder) {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return folder;
  const { name, productName, version, main } = JSON.parse(readFileSync(manifest, 'utf8'));
  app.setVersion(version);
  app.setName(productName ?? name);
  app.setAppPath(folder);
  app.setPath('userData', join(app.getPath('appData'), app.getName()));
  return join(folder, main ?? 'index.js');
}
