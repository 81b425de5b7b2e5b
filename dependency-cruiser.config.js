/** The arrows of DESIGN.md: contract <- domain <- store, desk <- electron | serve | cli; renderer -> contract, domain. */
const deny = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

export default {
  forbidden: [
    deny('no-circular', {}, { circular: true }, 'A cycle has no bottom to test.'),
    deny(
      'contract-is-the-root',
      { path: '^src/contract' },
      { path: '^src/(?!contract)' },
      'The contract knows nobody.',
    ),
    deny(
      'contract-packages',
      { path: '^src/contract' },
      { path: 'node_modules/(?!(zod|@orpc/contract)/)' },
      'zod and @orpc/contract only.',
    ),
    deny(
      'domain-is-pure',
      { path: '^src/domain' },
      { path: '^src/(?!contract|domain)' },
      'Rules know the contract at most.',
    ),
    deny('domain-has-no-io', { path: '^src/domain' }, { dependencyTypes: ['core'] }, 'No Node in the rules.'),
    deny(
      'store-knows-rules',
      { path: '^src/main/store' },
      { path: '^src/(main/(?!store)|renderer|preload)' },
      'The store serves the desk.',
    ),
    deny(
      'desk-knows-no-shell',
      { path: '^src/main/desk' },
      { path: '^src/(main/(electron|serve|cli)|renderer|preload)' },
      'The core runs without a shell.',
    ),
    deny(
      'shells-never-meet-electron',
      { path: '^src/main/electron' },
      { path: '^src/main/(serve|cli)' },
      'Three shells, one core.',
    ),
    deny(
      'shells-never-meet-serve',
      { path: '^src/main/serve' },
      { path: '^src/main/(electron|cli)' },
      'Three shells, one core.',
    ),
    deny(
      'shells-never-meet-cli',
      { path: '^src/main/cli' },
      { path: '^src/main/(electron|serve)' },
      'Three shells, one core.',
    ),
    deny(
      'window-reaches-only-the-contract',
      { path: '^src/renderer' },
      { path: '^src/(main|preload)' },
      'The window asks; it does not reach in.',
    ),
    deny(
      'window-has-no-schemas',
      { path: '^src/(renderer|domain)' },
      { path: '^src/contract/(?!words|instant)', dependencyTypesNot: ['type-only'] },
      'Types, word lists and how instants are read: zod is half a megabyte, and its probe for eval breaks the policy of the page.',
    ),
    deny('window-has-no-node', { path: '^src/renderer' }, { dependencyTypes: ['core'] }, 'The renderer is sandboxed.'),
    deny(
      'preload-forwards',
      { path: '^src/preload' },
      { path: '^src/(?!contract|preload)' },
      'The preload decides nothing.',
    ),
    deny(
      'electron-stays-home',
      { path: '^src', pathNot: '^src/(main/electron|preload)' },
      { path: 'node_modules/electron/' },
      'electron only in its shell.',
    ),
    deny(
      'sqlite-stays-in-store',
      { path: '^src', pathNot: '^src/main/store' },
      { path: 'node_modules/better-sqlite3/' },
      'better-sqlite3 only in src/main/store.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
