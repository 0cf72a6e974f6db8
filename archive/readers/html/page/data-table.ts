import { elementsIn } from './page-tree.ts';
import type { PageElement } from './page-tree.ts';
import { rawText } from './tree-builder.ts';

/** The mean length of a cell of figures and names; the cells of a layout hold paragraphs. */
const longestCell = 40;
const mostCells = 5_000;

/** The rows of a table. */
export function rowsOf(table: PageElement): readonly PageElement[] {
  return table.children.flatMap((child): readonly PageElement[] => {
    if (child.kind !== 'element') return [];
    if (child.name === 'tr') return [child];
    return child.name === 'tbody' || child.name === 'thead' || child.name === 'tfoot' ? rowsOf(child) : [];
  });
}

/** Whether a table holds figures or names in rows and columns, and is not there for the layout. */
export function isDataTable(table: PageElement): boolean {
  const rows = rowsOf(table);
  const columns = rows.map(({ children }) => children.filter(({ kind }) => kind === 'element').length);
  const cells = columns.reduce((sum, count) => sum + count, 0);
  if (rows.length < 2 || cells < 2 * rows.length || cells > mostCells) return false;
  for (const { name } of elementsIn(table))
    if (name === 'table' || name === 'img' || name === 'form' || name === 'ul' || name === 'p') return false;
  const regular = columns.filter((count) => count === columns[0]).length;
  return regular * 3 >= rows.length * 2 && rawText(table).replace(/\s+/gu, ' ').length <= cells * longestCell;
}
