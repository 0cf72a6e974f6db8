import { defineConfig } from 'vitest/config';

/** The long form of the tests: more rounds of the same, and what needs the shared corpora. */
export default defineConfig({
  test: {
    include: [
      'tests/long/**/*.test.ts',
      'tests/archive/{ingest,library,readers}/**/*.test.ts',
      'tests/archive/search/*.test.ts',
      'tests/archive/search/{execute,expand,segment,store}/**/*.test.ts',
    ],
    environment: 'node',
    env: { CUTTINGS_LONG_TESTS: '1' },
    // A limit ends what hangs, it measures nothing.
    testTimeout: 3_600_000,
    fileParallelism: false,
  },
});
