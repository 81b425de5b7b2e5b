import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import hooks from 'eslint-plugin-react-hooks';

const noClock = [
  'error',
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time comes in as an argument (DESIGN: src/domain, src/main/desk).',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as an argument.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness comes in as an argument.',
  },
];

const of = (project, files, ignores = []) => ({
  files,
  ignores,
  languageOptions: { parserOptions: { project: `tsconfig.${project}.json` } },
});
const types = '**/*.{ts,tsx}';

/** Each file is read by one project alone, its own: all four at once do not fit into the memory Node takes by itself. */
const projects = [
  of('pure', [`src/{contract,domain}/${types}`]),
  of(
    'node',
    [`src/main/{desk,store,serve,cli}/${types}`, `scripts/${types}`, `test/${types}`, '*.config.ts'],
    ['test/{renderer,e2e,electron}/**'],
  ),
  of('electron', [`src/main/electron/${types}`, `src/preload/${types}`, `test/{electron,e2e}/${types}`]),
  of('web', [`src/renderer/${types}`, `test/renderer/${types}`]),
];

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'test-results/', '.cache/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      complexity: ['error', 16],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  ...projects,
  {
    files: ['src/domain/**', 'src/main/desk/**', 'src/main/store/**'],
    ignores: ['src/main/desk/node-ports.ts'],
    rules: { 'no-restricted-syntax': noClock },
  },
  {
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['src/renderer/**'], ...hooks.configs.flat['recommended-latest'] },
  {
    files: ['test/**', 'scripts/**'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
);
