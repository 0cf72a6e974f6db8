import type { Block } from '../../../model/article.ts';
import type { PageUnit } from './page-units.ts';

export function blocksOfUnits(units: readonly PageUnit[]): readonly Block[] {
  return units.flatMap((unit): Block[] => {
    if (unit.kind === 'image' || unit.kind === 'caption')
      return [{ kind: 'image', caption: unit.text, legend: null, place: null }];
    if (unit.kind === 'item') return [{ kind: 'list', items: [unit.text], place: null }];
    if (unit.kind === 'quote') return [{ kind: 'quote', text: unit.text, attribution: null, place: null }];
    return [{ kind: unit.kind, text: unit.text, place: null }];
  });
}
