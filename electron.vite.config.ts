import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/**
 * fflate has a variable `require` of its own, and so has the head that electron-vite gives to a chunk: where fflate comes to
 * stand in a chunk without anything else that speaks of `require`, nobody tells the two apart and the app does not start.
 */
const fflateApart: Plugin = {
  name: 'fflate-apart',
  transform(code, id) {
    if (!/[\\/]fflate[\\/]/.test(id)) return null;
    return code
      .replace('var require = createRequire(', 'var requireOfNode = createRequire(')
      .replace('_a = require(', '_a = requireOfNode(');
  },
};

/**
 * Three bundles, one per process. Native modules and what starts its own worker files stay packages (`external`), all else
 * is bundled, so that the packaged app carries no node_modules to speak of. Node 20 is the oldest runtime that starts it
 * (ADR 0004).
 */
export default defineConfig({
  main: {
    plugins: [fflateApart],
    build: {
      target: 'node20',
      externalizeDeps: false,
      rolldownOptions: {
        external: ['better-sqlite3', 'highs', 'piscina'],
        input: {
          index: at('src/main/electron/index.ts'),
          worker: at('src/main/store/worker.ts'),
          'job-worker': at('src/main/desk/jobs/job-worker.ts'),
          'solver-worker': at('src/main/desk/solver/solver-worker.ts'),
          'ask-process': at('src/main/desk/ask/ask-process.ts'),
          'pdf-worker': at('src/main/desk/paper/pdf-worker.ts'),
        },
        // All beside each other, so that `new URL('./worker.js', import.meta.url)` is right from any chunk.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react(), tailwindcss()],
    build: {
      target: 'chrome130',
      minify: true,
      // The policy of the page allows no `data:` scripts, styles or fonts.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: at('src/renderer/index.html') },
    },
  },
});
