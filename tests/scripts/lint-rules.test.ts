import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * Each rule of the house is shown to fire: a linter that says nothing may be one that looks at nothing. The real
 * configuration is used, over a small house of the same shape in a temporary folder.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
let house = '';

function put(name: string, text: string): void {
  const file = path.join(house, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

/** The house without a fault: every layer imports what it may. */
const sound: Readonly<Record<string, string>> = {
  'archive/model/word.ts': 'export const word = 1;\n',
  'archive/api/search.ts': "import { word } from '../model/word.ts';\nexport const search = word;\n",
  'archive/text/tokens.ts': "import { word } from '../model/word.ts';\nexport const tokens = word;\n",
  'main/bridge/bridge.ts':
    "import { word } from '../../archive/model/word.ts';\nexport const bridge = word;\n",
  'main/window.ts':
    "import { tokens } from '../archive/text/tokens.ts';\nimport { bridge } from './bridge/bridge.ts';\nexport const windowed = [tokens, bridge];\n",
  'renderer/page.ts':
    "import { word } from '../archive/model/word.ts';\nimport { search } from '../archive/api/search.ts';\nimport { bridge } from '../main/bridge/bridge.ts';\nexport const page = [word, search, bridge];\n",
};

beforeAll(() => {
  house = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-lint-'));
  for (const name of ['eslint.config.js', 'tsconfig.base.json', 'package.json', 'scripts/lint'])
    fs.cpSync(path.join(root, name), path.join(house, name), { recursive: true });
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'), 'junction');
  put(
    'tsconfig.json',
    JSON.stringify({
      extends: './tsconfig.base.json',
      compilerOptions: { lib: ['ES2022', 'DOM'], experimentalDecorators: true },
      include: ['archive', 'main', 'renderer', 'tests'],
    }),
  );
  for (const [name, text] of Object.entries(sound)) put(name, text);
});

afterAll(() => {
  fs.rmSync(house, { recursive: true, force: true });
});

/** The rules that complain about a file of this content at this place, once each and sorted. */
async function complaints(name: string, text: string): Promise<string[]> {
  const before = sound[name];
  put(name, text);
  try {
    const eslint = new ESLint({ cwd: house });
    const [result] = await eslint.lintFiles([name]);
    const rules = (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
    return [...new Set(rules)].sort();
  } finally {
    if (before === undefined) fs.rmSync(path.join(house, name));
    else put(name, before);
  }
}

describe('the sound house', () => {
  it('has no complaint', async () => {
    const results = await new ESLint({ cwd: house }).lintFiles(Object.keys(sound));
    expect(results.flatMap((result) => result.messages)).toEqual([]);
  });
});

describe('layers', () => {
  const imports = (from: string): string => `import * as other from '${from}';\nexport const used = other;\n`;
  it.each([
    ['archive/text/tokens.ts', '../../main/window.ts'],
    ['archive/text/tokens.ts', '../../renderer/page.ts'],
    ['archive/model/word.ts', '../text/tokens.ts'],
    ['archive/model/word.ts', '../api/search.ts'],
    ['archive/api/search.ts', '../text/tokens.ts'],
    ['main/bridge/bridge.ts', '../window.ts'],
    ['main/bridge/bridge.ts', '../../archive/text/tokens.ts'],
    ['main/window.ts', '../renderer/page.ts'],
    ['renderer/page.ts', '../archive/text/tokens.ts'],
    ['renderer/page.ts', '../main/window.ts'],
  ])('%s may not import %s', async (name, from) => {
    expect(await complaints(name, imports(from))).toContain('import-x/no-restricted-paths');
  });

  it.each([
    ['archive/text/tokens.ts', 'electron'],
    ['archive/model/word.ts', 'node:fs'],
    ['archive/api/search.ts', 'node:fs'],
    ['main/bridge/bridge.ts', 'electron'],
    ['renderer/page.ts', 'node:path'],
    ['renderer/page.ts', 'electron'],
  ])('%s may not import the module %s', async (name, from) => {
    expect(await complaints(name, imports(from))).toContain('no-restricted-imports');
  });

  it('lets archive/ have Node, and main/ Electron', async () => {
    expect(await complaints('archive/text/tokens.ts', imports('node:fs'))).toEqual([]);
    expect(await complaints('main/window.ts', imports('electron'))).toEqual([]);
  });
});

describe('cycles', () => {
  it('are found among .ts files, over a third file', async () => {
    put('archive/text/second.ts', "import { third } from './third.ts';\nexport const second = third;\n");
    put('archive/text/third.ts', "import { first } from './first.ts';\nexport const third = first;\n");
    const first = "import { second } from './second.ts';\nexport const first: number = second;\n";
    expect(await complaints('archive/text/first.ts', first)).toEqual(['import-x/no-cycle']);
  });
});

describe('budgets', () => {
  /** A method with as many lines of code as asked, its own two included, and a blank and a comment besides. */
  const method = (name: string, lines: number): string =>
    `export class Drawing {\n  ${name}(): number {\n    let sum = 0;\n\n    // One more, and again.\n${'    sum += 1;\n'.repeat(lines - 4)}    return sum;\n  }\n}\n`;

  it('give a function 40 lines and render() 60', async () => {
    expect(await complaints('main/long.ts', method('count', 40))).toEqual([]);
    expect(await complaints('main/long.ts', method('count', 41))).toEqual(['house/short-functions']);
    expect(await complaints('renderer/long.ts', method('render', 60))).toEqual([]);
    expect(await complaints('renderer/long.ts', method('render', 61))).toEqual(['house/short-functions']);
  });

  it('give a file 300 lines', async () => {
    const lines = (count: number): string =>
      Array.from({ length: count }, (_, index) => `export const name${index} = ${index};\n`).join('');
    expect(await complaints('archive/long.ts', lines(300))).toEqual([]);
    expect(await complaints('archive/long.ts', lines(301))).toEqual(['max-lines']);
  });

  it('do not hold for tests', async () => {
    expect(await complaints('tests/long.ts', method('count', 100))).toEqual([]);
  });
});

describe('the language', () => {
  it.each([
    ['any', 'export const loose: any = 1;\n', '@typescript-eslint/no-explicit-any'],
    ['an enum', 'export enum Colour {\n  Red,\n}\n', 'no-restricted-syntax'],
    [
      'a namespace',
      'export namespace House {\n  export const door = 1;\n}\n',
      '@typescript-eslint/no-namespace',
    ],
    ['a default export', 'export default 1;\n', 'import-x/no-default-export'],
    ['an empty catch', 'try {\n  JSON.parse("");\n} catch {}\nexport {};\n', 'no-empty'],
    [
      'a promise left alone',
      'export function go(): void {\n  Promise.resolve(1);\n}\n',
      '@typescript-eslint/no-floating-promises',
    ],
    [
      'a value import of a type',
      "import { Stats } from 'node:fs';\nexport type Found = Stats;\n",
      '@typescript-eslint/consistent-type-imports',
    ],
    [
      'a forgotten case',
      "export function side(way: 'left' | 'right'): number {\n  switch (way) {\n    case 'left':\n      return 1;\n  }\n  return 0;\n}\n",
      '@typescript-eslint/switch-exhaustiveness-check',
    ],
  ])('refuses %s', async (_name, text, rule) => {
    expect(await complaints('main/case.ts', text)).toContain(rule);
  });
});

describe('the interface', () => {
  const element = (template: string): string =>
    `import { LitElement, html } from 'lit';\nexport class CtThing extends LitElement {\n  override render(): unknown {\n    return html\`${template}\`;\n  }\n}\n`;

  it('is read by lit, wc and lit-a11y', async () => {
    expect(await complaints('renderer/thing.ts', element('<img src="./picture.png" />'))).toContain(
      'lit-a11y/alt-text',
    );
    expect(await complaints('renderer/thing.ts', element('<p a="1" a="2"></p>'))).toContain(
      'lit/no-duplicate-template-bindings',
    );
    const constructed =
      "export class CtThing extends HTMLElement {\n  constructor() {\n    super();\n    this.innerHTML = '';\n  }\n}\n";
    expect(await complaints('renderer/thing.ts', constructed)).toContain('wc/no-constructor-attributes');
  });
});
