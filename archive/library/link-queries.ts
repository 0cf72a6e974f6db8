import { collectionOf } from './membership.ts';

/**
 * The archived article that a row of `listed` names: the one with its URL, else one with its headline. Among several
 * the oldest, so that the answer does not depend on the order in which they were imported.
 */
export const linkTarget = `coalesce(
  (SELECT same.id FROM articles AS same WHERE same.url = listed.url
    ORDER BY same.published IS NULL, same.published, same.id LIMIT 1),
  (SELECT same.id FROM articles AS same WHERE same.headline_key = listed.headline_key
    ORDER BY same.published IS NULL, same.published, same.id LIMIT 1))`;

const page = `
  page.headline AS page_headline, page.source AS page_source, ${collectionOf('page')} AS page_collection,
  page.published AS page_published, page.published_precision AS page_published_precision,
  page.published_printed AS page_published_printed, page.published_zone AS page_published_zone`;

/** Listed items with the page that lists them, the columns that `listedSummaryOf` reads. */
const listedOnPage = `SELECT listed.*, ${page} FROM listed JOIN articles AS page ON page.id = listed.article`;

/** The same with their target. */
export const listedWithPage = `
  SELECT listed.*, ${linkTarget} AS target, ${page} FROM listed JOIN articles AS page ON page.id = listed.article`;

/**
 * The items that are records of their own: no article answers to them, and each is given once, on the oldest page that
 * lists it. `listed-items.ts` keeps which they are.
 */
export const unresolvedItems = `${listedOnPage} WHERE listed.change IS NOT NULL`;
