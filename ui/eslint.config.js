import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const parts = [
  'actions',
  'calculators',
  'cases',
  'changes',
  'conferences',
  'directory',
  'identity',
  'options',
  'preview',
  'reports',
  'settings',
  'shell',
  'start',
  'today',
  'week',
];

const noInvoke = [
  { name: '@tauri-apps/api/core', message: 'Page code imports from $lib/core, never invoke.' },
];

/** A part imports `core` and `shared`; another part never. */
const partsApart = parts.map((part) => ({
  files: [`src/lib/${part}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: noInvoke,
        patterns: [
          { group: ['**/screens/**'], message: 'A part does not know the screens.' },
          {
            group: parts
              .filter((other) => other !== part)
              .flatMap((other) => [`$lib/${other}`, `$lib/${other}/*`, `../${other}/*`]),
            message: 'A part imports core and shared; another part never.',
          },
        ],
      },
    ],
  },
}));

export default ts.config(
  { ignores: ['dist', 'dist-fake', 'node_modules', 'src/lib/core/bindings.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, __FAKE__: 'readonly' } } },
  {
    files: ['*.{js,ts}', 'tests/**'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      'no-restricted-imports': ['error', { paths: noInvoke }],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc'].map((property) => ({
          property,
          message: 'Text is put in the page as text, never as HTML.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSAsExpression:not([typeAnnotation.typeName.name="const"])',
          message: 'No `as` but `as const`: parse, or narrow.',
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      // Sets and maps are replaced whole, in raw state; none is changed under the page.
      'svelte/prefer-svelte-reactivity': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': ['error', { allowTransitions: false }],
      'svelte/button-has-type': 'error',
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['src/lib/shared/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: noInvoke,
          patterns: [
            { group: ['$lib/*', '!$lib/shared', '**/core/**'], message: 'Shared knows no court.' },
          ],
        },
      ],
    },
  },
  ...partsApart,
);
