import { PositionsReader } from '../segment/positions-reader.ts';
import { PostingsCursor } from '../segment/postings-cursor.ts';
import { ListRoom } from './list-room.ts';

/** What is kept for the next question, at most. */
const [mostCursors, mostReaders, mostRooms] = [512, 256, 16];

const cursors: PostingsCursor[] = [];
const readers: PositionsReader[] = [];
const rooms: ListRoom[] = [];

function giveBack<T>(free: T[], used: T[], most: number): void {
  while (used.length > 0 && free.length < most) free.push(used.pop()!);
  used.length = 0;
}

/**
 * Cursors, readers and room for lists, which are borrowed for one question and then given back: each has arrays of its own,
 * and to make them anew for every word of every question costs more than to search it.
 */
export class SearchMemory {
  readonly room: ListRoom = rooms.pop() ?? new ListRoom();
  private readonly cursors: PostingsCursor[] = [];
  private readonly readers: PositionsReader[] = [];

  cursor(): PostingsCursor {
    const cursor = cursors.pop() ?? new PostingsCursor();
    this.cursors.push(cursor);
    return cursor;
  }

  reader(): PositionsReader {
    const reader = readers.pop() ?? new PositionsReader();
    this.readers.push(reader);
    return reader;
  }

  /** Gives everything back; nothing of it may be used any more. */
  release(): void {
    giveBack(cursors, this.cursors, mostCursors);
    for (const reader of this.readers) reader.shrink();
    giveBack(readers, this.readers, mostReaders);
    this.room.clear();
    if (rooms.length < mostRooms) rooms.push(this.room);
  }
}
