// For readers under way elsewhere; the file is records/record-language.ts.
export * from './records/record-language.ts';
