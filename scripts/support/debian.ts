import { hasLibrary, isRoot, must, run, which } from './process.ts';

/** Something a suite needs from the system: how to see whether it is there, and the packages (by newest name) that bring it. */
export type Need = { readonly there: () => boolean; readonly packages: readonly string[] };

const program = (name: string, name_: string = name): Need => ({
  there: () => which(name) !== null,
  packages: [name_],
});
const library = (file: string, ...packages: string[]): Need => ({ there: () => hasLibrary(file), packages });

/** A screen without a screen, and what Electron's program is linked with. */
export const screenNeeds: readonly Need[] = [
  program('xvfb-run', 'xvfb'),
  program('xauth'),
  library('libgtk-3.so.0', 'libgtk-3-0t64', 'libgtk-3-0'),
  library('libnss3.so', 'libnss3'),
  library('libasound.so.2', 'libasound2t64', 'libasound2'),
  library('libgbm.so.1', 'libgbm1'),
];

/** To make the test runtime. */
export const buildNeeds: readonly Need[] = [program('g++'), program('make'), program('python3'), program('unzip')];

/**
 * Installs what is missing where that is allowed (root, with apt-get). Null when all is there afterwards, else one line
 * that says what to install.
 */
export async function bring(needs: readonly Need[]): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  const missing = needs.filter((need) => !need.there());
  if (missing.length === 0) return null;
  const newest = missing.map((need) => need.packages.at(-1)).join(' ');
  if (!isRoot() || which('apt-get') === null) return `install these first: ${newest}`;
  try {
    await install(missing);
  } catch (error) {
    return `apt-get could not install ${newest}: ${error instanceof Error ? error.message : String(error)}`;
  }
  const still = missing.filter((need) => !need.there());
  return still.length === 0 ? null : `still missing after apt-get: ${still.map((need) => need.packages[0]).join(' ')}`;
}

async function install(missing: readonly Need[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await must('apt-get', ['update', '-qq'], { env, timeoutMs: 120_000 });
  const packages = await Promise.all(missing.map((need) => known(need.packages)));
  console.error(`Installing ${packages.join(' ')}…`);
  await must('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, timeoutMs: 600_000 });
}

/** The first of several names that this release of Debian knows. */
async function known(names: readonly string[]): Promise<string> {
  for (const name of names) {
    const { output } = await run('apt-cache', ['policy', name], { quiet: true });
    if (/Candidate: (?!\(none\))/.test(output)) return name;
  }
  return names.at(-1) ?? '';
}
