/** What was typed into the form of a new article and not added yet. */
export interface ArticleDraft {
  readonly headline: string;
  readonly source: string;
  readonly byline: string;
  readonly published: string;
  readonly language: string;
  readonly collection: string;
  readonly text: string;
  readonly image: Uint8Array | null;
}

export const emptyDraft: ArticleDraft = {
  ...{ headline: '', source: '', byline: '', published: '', language: '', collection: 'Clippings', text: '' },
  image: null,
};

const name = 'cuttings-draft';
const table = 'drafts';
const key = 'new-article';

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the draft could not be kept'));
  });
}

async function withTable<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(table);
  const database = await settled(opening);
  try {
    return await settled(
      work(database.transaction(table, mode, { durability: 'strict' }).objectStore(table)),
    );
  } finally {
    database.close();
  }
}

/** The draft that was left, or null. */
export async function loadDraft(): Promise<ArticleDraft | null> {
  const kept: unknown = await withTable('readonly', (store) => store.get(key) as IDBRequest<unknown>);
  return typeof kept === 'object' && kept !== null
    ? { ...emptyDraft, ...(kept as Partial<ArticleDraft>) }
    : null;
}

/** Keeps a draft over crashes and restarts, in the place of the former. */
export async function saveDraft(draft: ArticleDraft): Promise<void> {
  await withTable('readwrite', (store) => store.put(draft, key));
}

export async function clearDraft(): Promise<void> {
  await withTable('readwrite', (store) => store.delete(key) as IDBRequest<unknown>);
}
