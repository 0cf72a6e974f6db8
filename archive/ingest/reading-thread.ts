import type { Worker } from 'node:worker_threads';
import type { Leaf } from './read-leaf.ts';
import type { LeafAnswer } from './serve-reading.ts';

/** Why a leaf has no answer: it took too long, or the thread broke over it, by memory or a fault of the engine. */
export type LeafFailure = 'too-slow' | { readonly broke: string };

interface Asked {
  readonly leaf: Leaf;
  readonly answer: (answer: LeafAnswer | LeafFailure) => void;
}

/** A thread that reads leaves in the order it is asked. What breaks it is answered for the leaf it was at, and it starts anew. */
export class ReadingThread {
  private readonly start: () => Worker;
  private readonly patience: number;
  private readonly asked: Asked[] = [];
  private worker: Worker | null = null;
  private timer: NodeJS.Timeout | null = null;

  /** `patience` is how long one leaf may take, in milliseconds. */
  constructor(start: () => Worker, patience: number) {
    this.start = start;
    this.patience = patience;
  }

  /** Leaves that have no answer yet. */
  get load(): number {
    return this.asked.length;
  }

  ask(leaf: Leaf): Promise<LeafAnswer | LeafFailure> {
    return new Promise((answer) => {
      this.asked.push({ leaf, answer });
      this.send(leaf);
      if (this.asked.length === 1) this.watch();
    });
  }

  /** Ends the thread. What was asked is answered as broken. */
  async close(): Promise<void> {
    this.unwatch();
    const { worker } = this;
    this.worker = null;
    for (const { answer } of this.asked.splice(0)) answer({ broke: 'the import has ended' });
    await worker?.terminate();
  }

  private send(leaf: Leaf): void {
    this.worker ??= this.begin();
    // A copy of its own: bytes may be a part of something larger, all of which would be sent.
    const bytes = new Uint8Array(leaf.bytes);
    this.worker.postMessage({ ...leaf, bytes }, [bytes.buffer]);
  }

  private begin(): Worker {
    const worker = this.start();
    worker.on('message', (answer: LeafAnswer) => {
      if (worker === this.worker) this.settle(answer);
    });
    worker.on('error', (error) => {
      if (worker === this.worker) this.replace({ broke: String(error) });
    });
    worker.on('exit', (code) => {
      if (worker === this.worker) this.replace({ broke: `the thread ended with ${String(code)}` });
    });
    return worker;
  }

  private settle(answer: LeafAnswer | LeafFailure): void {
    this.unwatch();
    this.asked.shift()?.answer(answer);
    if (this.asked.length > 0) this.watch();
  }

  /** The leaf it was at is answered; the others are asked of a new thread. */
  private replace(failure: LeafFailure): void {
    const broken = this.worker;
    this.worker = null;
    void broken?.terminate();
    this.settle(failure);
    for (const { leaf } of this.asked) this.send(leaf);
  }

  private watch(): void {
    this.timer = setTimeout(() => this.replace('too-slow'), this.patience);
  }

  private unwatch(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
