// For readers under way elsewhere; the file is records/record-date.ts.
export * from './records/record-date.ts';
