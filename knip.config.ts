import type { KnipConfig } from 'knip';

/** What is started from outside; all else has to be reached from here. */
const config: KnipConfig = {
  entry: [
    'src/main/{electron,serve,cli}/index.ts',
    'src/main/store/worker.ts',
    'src/main/desk/jobs/job-worker.ts',
    'src/main/desk/ask/ask-process.ts',
    'src/main/desk/solver/solver-worker.ts',
    'src/renderer/{main,index}.{ts,tsx}',
    'scripts/*.ts',
    'scripts/test-runtime/default-app/main.js',
    'test/**/*.test.{ts,tsx}',
    'test/{e2e,electron}/**/*.spec.ts',
    'test/{e2e,electron}/*.config.ts',
    // A process of its own, which a test kills.
    'test/support/policy-saver.ts',
    '*.config.js',
  ],
  project: ['src/**/*.{ts,tsx,css}', 'scripts/**/*.{ts,js}', 'test/**/*.{ts,tsx}', '*.{ts,js}'],
  // What the bench is beside, where a machine has it.
  ignoreBinaries: ['sqlite3', 'soffice'],
  // The contract is what scripts outside of this repository may import.
  ignore: ['src/contract/**'],
  ignoreExportsUsedInFile: true,
  // Programs that scripts/ run by name, what the test runtime's SQLite is built with, and the face of PDFs, by path.
  ignoreDependencies: [
    '@expo-google-fonts/inter',
    'dependency-cruiser',
    'electron-builder',
    'node-addon-api',
    'node-gyp',
  ],
};
export default config;
