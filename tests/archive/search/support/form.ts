/** Whether the long form of the tests runs (`npm run test:long`): more rounds of the same. */
export const isLong = process.env['CUTTINGS_LONG_TESTS'] === '1';
