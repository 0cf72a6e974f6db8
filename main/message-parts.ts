import * as v from 'valibot';

/** A path of the file system, as long as Windows allows one. */
export const path = v.pipe(v.string(), v.minLength(1), v.maxLength(32_767));

export const count = v.pipe(v.number(), v.minValue(0));

/** A collection's name as a person types it. */
export const collectionName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
