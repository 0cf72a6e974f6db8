import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier/flat';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { house } from './scripts/lint/house-rules.mjs';
import { forbiddenModules, layerRules } from './scripts/lint/layers.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What is shipped, and everything in TypeScript. */
const shipped = ['archive/**/*.ts', 'main/**/*.ts', 'renderer/**/*.ts'];
const typed = [...shipped, 'tests/**/*.ts'];
const scripts = ['scripts/**/*.{mjs,cjs}', 'tests/**/*.{mjs,cjs}', 'eslint.config.js'];

const imports = {
  files: typed,
  plugins: { 'import-x': importX },
  settings: {
    // Without these the rules look at .js files only, and say nothing about ours.
    'import-x/extensions': ['.ts', '.mjs', '.js'],
    'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    'import-x/resolver-next': [createTypeScriptImportResolver({ project: `${root}tsconfig.base.json` })],
  },
  rules: {
    'import-x/no-cycle': 'error',
    'import-x/no-self-import': 'error',
    'import-x/no-restricted-paths': ['error', layerRules(root)],
    'import-x/no-default-export': 'error',
  },
};

const types = {
  files: typed,
  extends: [typescript.configs.recommendedTypeChecked],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
  rules: {
    '@typescript-eslint/consistent-type-imports': 'error',
    // A `default` says that the rest is meant to be alike.
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: 'TSEnumDeclaration', message: 'No enum: a union of strings, or a table “as const”.' },
    ],
    // A function of an interface may be async without waiting for anything.
    '@typescript-eslint/require-await': 'off',
    // Text from outside is this product's matter: control characters and combining marks in patterns are meant.
    'no-control-regex': 'off',
    'no-misleading-character-class': ['error', { allowEscape: true }],
    eqeqeq: 'error',
  },
};

const budgets = {
  files: shipped,
  plugins: { house },
  rules: { 'max-lines': ['error', { max: 300 }], 'house/short-functions': 'error' },
};

const page = {
  files: ['renderer/**/*.ts'],
  extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
  // This plug-in's own flat configuration is written for a processor that we do not use.
  plugins: { 'lit-a11y': litA11y },
  rules: {
    ...litA11y.configs.recommended.rules,
    // Lit binds the listeners of a template to the element.
    '@typescript-eslint/unbound-method': 'off',
  },
};

const layers = [
  { files: ['archive/**/*.ts'], rules: { 'no-restricted-imports': ['error', forbiddenModules.heart] } },
  {
    files: ['archive/model/**/*.ts', 'archive/api/**/*.ts', 'main/bridge/**/*.ts', 'renderer/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', forbiddenModules.universal] },
  },
];

const plain = {
  files: scripts,
  languageOptions: { globals: globals.node },
  rules: {
    'no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
    'max-lines': ['error', { max: 300 }],
  },
};

export default defineConfig(
  { ignores: ['dist/', 'release/', 'artifacts/', 'coverage/', 'tests/fixtures/'] },
  js.configs.recommended,
  imports,
  types,
  budgets,
  page,
  ...layers,
  plain,
  // They hold functions that run in a page.
  { files: ['tests/**/*.mjs'], languageOptions: { globals: globals.browser } },
  { files: ['{scripts,tests}/**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  prettier,
);
