import { parsePage } from '../../../archive/readers/html/page/parse-page.ts';
import { pageMetadata } from '../../../archive/readers/html/metadata/page-metadata.ts';
import type { MetadataPage } from './metadata-pages.ts';

/** How often the printed date is that of the page's own metadata; `near` is a day apart, as zones make it. */
export interface PrintedFigures {
  readonly same: number;
  readonly near: number;
  readonly other: number;
  /** Nothing found; on most such pages nothing is printed. */
  readonly missing: number;
}

/** A page without what describes it to machines, as old pages are: what is printed is left. */
export function undescribed(html: string): string {
  return html
    .replace(/<meta\b[^>]*(?:date|time|publ|issued|creat|parsely|sailthru)[^>]*>/giu, '')
    .replace(/<script\b[^>]*ld\+json[^>]*>[\s\S]*?<\/script>/giu, '')
    .replace(/\s(?:itemprop|datetime|pubdate|property)=("[^"]*"|'[^']*'|\S+)/giu, '')
    .replace(/<(\/?)time\b/giu, '<$1span');
}

const day = 86_400_000;

/** Reads pages that have a described date once more without it and without their address, and compares. */
export function measurePrinted(pages: readonly MetadataPage[]): PrintedFigures {
  const figures = { same: 0, near: 0, other: 0, missing: 0 };
  for (const { html, url } of pages) {
    const full = pageMetadata(parsePage(html), { url });
    if (full.published === null || full.warnings.some(({ code }) => code === 'date-from-text')) continue;
    const bare = pageMetadata(parsePage(undescribed(html)), { url: null }).published;
    const days = (value: string): number => Date.parse(value.slice(0, 10)) / day;
    const apart = bare === null ? null : Math.abs(days(full.published.value) - days(bare.value));
    if (apart === null) figures.missing += 1;
    else if (apart === 0) figures.same += 1;
    else if (apart <= 1) figures.near += 1;
    else figures.other += 1;
  }
  return figures;
}
