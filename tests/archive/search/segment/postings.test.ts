import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packingSlack } from '../../../../archive/search/segment/bit-packing.ts';
import { bodyField, fieldCount, fieldWeights } from '../../../../archive/search/segment/field-numbers.ts';
import { PositionsReader } from '../../../../archive/search/segment/positions-reader.ts';
import { PostingsCursor } from '../../../../archive/search/segment/postings-cursor.ts';
import { PostingsEncoder } from '../../../../archive/search/segment/postings-encoder.ts';
import { SegmentInput } from '../../../../archive/search/segment/segment-input.ts';
import { SegmentOutput } from '../../../../archive/search/segment/segment-output.ts';
import { DictionaryWriter } from '../../../../archive/search/segment/dictionary-writer.ts';
import { MemoryFiles } from '../support/memory-files.ts';

const documents = 5_000;

/** A document's occurrences: ascending positions by field. */
interface Posting {
  readonly document: number;
  readonly fields: readonly (readonly [field: number, positions: readonly number[]])[];
}

const positions = fc
  .uniqueArray(fc.oneof(fc.nat(50), fc.nat(2 ** 28)), { minLength: 1, maxLength: 6 })
  .map((list) => list.sort((a, b) => a - b));
const fields = fc.oneof(
  { weight: 3, arbitrary: positions.map((own) => [[bodyField, own]] as const) },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(fc.tuple(fc.nat(fieldCount - 1), positions), {
        minLength: 1,
        maxLength: 3,
        selector: ([field]) => field,
      })
      .map((list) => list.sort(([a], [b]) => a - b)),
  },
);
const postings: fc.Arbitrary<readonly Posting[]> = fc
  .uniqueArray(fc.record({ document: fc.nat(documents - 1), fields }), {
    minLength: 1,
    maxLength: 400,
    selector: ({ document }) => document,
  })
  .map((list) => list.sort((a, b) => a.document - b.document));

function written(list: readonly Posting[]) {
  const files = new MemoryFiles();
  const output = new SegmentOutput(files.create('postings'));
  const encoder = new PostingsEncoder(output, new Uint8Array(documents));
  encoder.begin(true);
  for (const posting of list) {
    const frequencies = new Int32Array(fieldCount);
    for (const [field, own] of posting.fields) frequencies[field] = own.length;
    const mask = posting.fields.reduce((bits, [field]) => bits | (1 << field), 0);
    encoder.add(
      posting.document,
      mask,
      frequencies,
      Int32Array.from(posting.fields.flatMap(([, own]) => own)),
      0,
    );
  }
  const place = encoder.end();
  for (const name of ['forms', 'pairs', 'prefixes', 'stems'] as const)
    new DictionaryWriter(name).write(output);
  output.finish({
    fingerprint: '',
    documents,
    terms: { forms: 0, pairs: 0, prefixes: 0, stems: 0 },
    tables: {},
  });
  const input = new SegmentInput(files.open('postings'), 'postings');
  const bytes = new Uint8Array(place.dataLength + packingSlack);
  input.read(bytes, place.dataLength, place.offset);
  const cursor = new PostingsCursor();
  cursor.open(bytes, 0, place.dataLength, place.documents, documents);
  const reader = new PositionsReader();
  reader.open(input, place.offset + place.dataLength, place.positionsLength);
  return { cursor, reader };
}

/** What the cursor says of the document at a place of its block. */
function told(cursor: PostingsCursor, reader: PositionsReader, at: number, mask: number) {
  const out = new Int32Array(64);
  const count = reader.read(cursor, at, mask, out);
  return { document: cursor.docs[at], weight: cursor.weights[at], positions: [...out.subarray(0, count)] };
}

function expected({ document, fields: own }: Posting, mask: number) {
  const wanted = own.filter(([field]) => (mask & (1 << field)) !== 0);
  const weight = wanted.reduce((sum, [field, list]) => sum + list.length * fieldWeights[field]!, 0);
  return { document, weight, positions: wanted.flatMap(([, list]) => list).sort((a, b) => a - b) };
}

test('postings and positions come back, walked or sought, in whichever fields', () => {
  const masks = fc.integer({ min: 1, max: (1 << fieldCount) - 1 });
  fc.assert(
    fc.property(
      postings,
      masks,
      fc.array(fc.nat(documents + 10), { maxLength: 30 }),
      (list, mask, sought) => {
        const { cursor, reader } = written(list);
        const walked = [];
        while (cursor.next()) {
          cursor.loadFrequencies(mask);
          for (let at = 0; at < cursor.count; at += 1) walked.push(told(cursor, reader, at, mask));
        }
        expect(walked).toEqual(list.map((posting) => expected(posting, mask)));
        cursor.rewind();
        for (const document of [...sought].sort((a, b) => a - b)) {
          const following = list.find((posting) => posting.document >= document);
          const found = cursor.seek(document)
            ? cursor.docs.subarray(0, cursor.count).find((one) => one >= document)
            : undefined;
          expect([document, found]).toEqual([document, following?.document]);
        }
      },
    ),
    { numRuns: 60 },
  );
});
