import { testRuntime } from './test-runtime/runtime.ts';

/**
 * `node scripts/electron-runtime.ts` prints two lines to `eval`: an Electron to test with, and the SQLite build that goes
 * with it. See ADR 0004.
 */
const { dist, binding } = await testRuntime();
console.log(`export ELECTRON_OVERRIDE_DIST_PATH='${dist}'`);
console.log(`export SQLITE_NATIVE_BINDING='${binding}'`);
