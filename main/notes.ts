/** One line for whoever started the application from a terminal. */
export function note(sentence: string): void {
  process.stderr.write(`cuttings: ${sentence}\n`);
}
