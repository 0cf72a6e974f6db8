import { documentOf } from '../../../../archive/search/document-of.ts';
import { IndexSearch } from '../../../../archive/search/index-search.ts';
import type { SearchRecord } from '../../../../archive/search/search-record.ts';
import { IndexReader } from '../../../../archive/search/store/index-reader.ts';
import { IndexWriter } from '../../../../archive/search/store/index-writer.ts';
import type { Files } from '../../../../archive/search/store/files.ts';
import { createNameVariants } from '../../../../archive/text/name-variants.ts';
import type { NameList } from '../../../../archive/text/names.ts';
import { MemoryFiles } from './memory-files.ts';

export const identity = { library: 'test', fingerprint: 'test' };

/** An index of records that lets them be added, replaced and removed. */
export class TestIndex {
  readonly files: Files;
  readonly writer: IndexWriter;
  readonly search: IndexSearch;
  readonly records = new Map<string, SearchRecord>();

  constructor(names: NameList = { names: [] }, files: Files = new MemoryFiles()) {
    this.files = files;
    this.writer = new IndexWriter(files, identity);
    const source = { records: (ids: readonly string[]) => ids.map((id) => this.records.get(id) ?? null) };
    const reader = new IndexReader(files, ({ library }) => library === identity.library);
    this.search = new IndexSearch(reader, source, { list: names, variants: createNameVariants(names) });
  }

  /** Adds records in one commit, in the place of those that have their ids. */
  put(records: readonly SearchRecord[]): this {
    const add = this.writer.builder();
    const remove: string[] = [];
    for (const record of records) {
      const { id } = record.summary;
      if (this.records.has(id)) remove.push(id);
      this.records.set(id, record);
      add.add(documentOf(record));
    }
    return this.commit(add, remove);
  }

  remove(ids: readonly string[]): this {
    for (const id of ids) this.records.delete(id);
    return this.commit(this.writer.builder(), ids);
  }

  private commit(add: ReturnType<IndexWriter['builder']>, remove: readonly string[]): this {
    const { change } = this.writer.manifest;
    this.writer.commit({ add, remove }, { change: change + 1, token: 'test' });
    return this;
  }
}

/** A search over these records, in one segment. */
export function searchOf(records: readonly SearchRecord[], names?: NameList): IndexSearch {
  return new TestIndex(names).put(records).search;
}
