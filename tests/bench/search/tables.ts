import { netBuild } from './figures.ts';
import type { EngineFigures } from './figures.ts';
import type { Prepared } from './prepared.ts';
import { setNames } from './queries.ts';

const labelWidth = 18;

/** Three significant digits, as short as that goes. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (Math.abs(value) < 0.1) return value.toFixed(2);
  return value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0);
}

/** One line of a table of at most 100 columns. */
function row(label: string, cells: readonly string[], width: number): string {
  return `${label.padEnd(labelWidth)}${cells.map((cell) => cell.padStart(width)).join('')}\n`;
}

/** The names of engines in two lines. */
function head(label: string, engines: readonly EngineFigures[], width: number): string {
  const halves = engines.map(({ shown }) => shown.split(/(?<=[a-z])(?=[A-Z])| (?=\S)/u));
  const first = halves.map(([upper = '', ...lower]) => (lower.length === 0 ? '' : upper));
  const second = halves.map(([upper = '', ...lower]) => (lower.length === 0 ? upper : lower.join(' ')));
  const upper = first.some((half) => half !== '') ? row('', first, width) : '';
  return upper + row(label, second, width);
}

function times(value: number): string {
  return Number.isFinite(value) ? `${value < 10 ? value.toFixed(1) : value.toFixed(0)}×` : '-';
}

type Pick = (figures: EngineFigures) => number;

const megabytes = (bytes: number) => bytes / 1e6;

function sizeRows({ bytes }: Prepared): readonly (readonly [label: string, pick: Pick])[] {
  const none = Number.NaN;
  const net = ({ built }: EngineFigures) => (built === null ? none : netBuild(built) / 1000);
  return [
    ['reading, s', ({ built }) => (built?.read ?? none) / 1000],
    ['build, s', net],
    ['build, MB/s', (figures) => megabytes(bytes) / net(figures)],
    ['saving, s', ({ built }) => (built?.save || none) / 1000],
    ['peak of build, MB', ({ built }) => megabytes(built?.peak ?? none)],
    ['index, MB', ({ size }) => megabytes(size)],
    ['open, ms', ({ asked }) => asked?.open ?? none],
    ['first query, ms', ({ asked }) => asked?.firstQuery ?? none],
    ['resident, MB', ({ asked }) => megabytes(asked?.resident ?? none)],
  ];
}

/** The size of things: one engine a column. */
export function sizeTable(all: readonly EngineFigures[], prepared: Prepared): string {
  const lines = sizeRows(prepared).map(([label, pick]) => {
    const cells = all.map((figures) => digits(pick(figures)));
    return row(label, cells, 10);
  });
  return head('', all, 10) + lines.join('');
}

/** Median and 95th percentile of each set, in milliseconds. */
export function timeTable(all: readonly EngineFigures[]): string {
  const asked = all.filter((figures) => figures.asked !== null);
  const lines = setNames.map((set) => {
    const cells = asked.map((figures) => {
      const found = figures.asked?.sets.get(set);
      return found === undefined ? '-' : `${digits(found.median)} ${digits(found.p95)}`;
    });
    return row(set, cells, 11);
  });
  return head('median p95, ms', asked, 11) + lines.join('');
}

/** How many times more than ours the others take, by the 95th percentile. Empty when ours was not measured. */
export function ratioTable(all: readonly EngineFigures[]): string {
  const ours = all.find(({ name }) => name === 'ours')?.asked;
  if (!ours) return '';
  const others = all.filter(({ name, asked }) => name !== 'ours' && asked !== null);
  const lines = setNames.map((set) => {
    const base = ours.sets.get(set)?.p95 ?? Number.NaN;
    const cells = others.map(({ asked }) => times((asked?.sets.get(set)?.p95 ?? Number.NaN) / base));
    return row(set, cells, 11);
  });
  return head('p95, × ours', others, 11) + lines.join('');
}
