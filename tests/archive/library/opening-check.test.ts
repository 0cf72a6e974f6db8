import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { needsCheck } from '../../../archive/library/opening-check.ts';
import { openLibrary } from '../../../archive/library/library.ts';
import { temporaryFolder } from '../support/temporary.ts';

test('a large database is looked through only when its last process was killed', async () => {
  const [folder, killed] = [temporaryFolder(), temporaryFolder()];
  const file = path.join(folder, 'library.sqlite');
  const library = await openLibrary(folder, {});
  if (!library.ok) throw new Error(library.error.code);
  onTestFinished(() => library.value.close());
  library.value.write((recorder) => recorder.setMeta('a', 'b'));
  // What a killed process leaves: its files as they stand, and nobody who has them open.
  for (const name of ['library.sqlite', 'library.sqlite-wal']) {
    fs.copyFileSync(path.join(folder, name), path.join(killed, name));
  }
  const whileOpen = needsCheck(file, 0);
  library.value.close();
  const afterKill = path.join(killed, 'library.sqlite');
  expect([whileOpen, needsCheck(file, 0), needsCheck(afterKill, 0), needsCheck(file)]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
