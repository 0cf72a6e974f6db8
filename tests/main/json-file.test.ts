import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readJsonFile, writeJsonFile } from '../../main/json-file.ts';

let folder: string;
let warnings: string[];

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-json-'));
  warnings = [];
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const file = () => path.join(folder, 'deep', 'settings.json');
const read = () =>
  readJsonFile(
    file(),
    (value) => (typeof value === 'number' ? value : null),
    (sentence) => warnings.push(sentence),
  );
const names = () => fs.readdirSync(path.dirname(file())).sort();

describe('a small JSON file', () => {
  test('is written whole, with its folder, and read again', () => {
    writeJsonFile(file(), 1);
    writeJsonFile(file(), 2);
    expect([read(), names(), warnings]).toEqual([2, ['settings.json'], []]);
  });

  test('that is not there is nothing, and nothing to warn of', () => {
    expect([read(), warnings]).toEqual([null, []]);
  });

  test.each(['{"half', '"another shape"', 'null', '', '\0\0\0'])('that holds %j is kept aside', (text) => {
    fs.mkdirSync(path.dirname(file()));
    fs.writeFileSync(file(), text);
    expect(read()).toBeNull();
    fs.writeFileSync(file(), `again ${text}`);
    expect(read()).toBeNull();
    expect(names()).toEqual(['settings.broken-2.json', 'settings.broken.json']);
    expect(fs.readFileSync(path.join(folder, 'deep', 'settings.broken.json'), 'utf8')).toBe(text);
    expect(warnings).toHaveLength(2);
  });

  test('that cannot be written leaves what was there, and no temporary file', () => {
    fs.mkdirSync(file(), { recursive: true });
    fs.writeFileSync(path.join(file(), 'in-the-way'), '');
    expect(() => writeJsonFile(file(), 1)).toThrow();
    expect(names()).toEqual(['settings.json']);
  });
});
