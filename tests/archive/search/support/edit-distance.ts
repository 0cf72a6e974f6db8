/** The optimal string alignment distance, by the whole table (Boytsov 2011). */
export function editDistance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  const table = a.map(() => [] as number[]);
  const at = (i: number, j: number): number => (i < 0 ? j + 1 : j < 0 ? i + 1 : table[i]![j]!);
  a.forEach((letter, i) => {
    b.forEach((wanted, j) => {
      let least = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (letter === wanted ? 0 : 1),
      );
      const exchanged = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === wanted;
      if (exchanged) least = Math.min(least, at(i - 2, j - 2) + 1);
      table[i]!.push(least);
    });
  });
  return at(a.length - 1, b.length - 1);
}
