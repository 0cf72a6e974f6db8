/**
 * The archived article that a row of `listed` names: the one with its URL, else one with its headline. Among several
 * the oldest, so that the answer does not depend on the order in which they were imported.
 */
export const linkTarget = `coalesce(
  (SELECT same.id FROM articles AS same WHERE same.url = listed.url
    ORDER BY same.published IS NULL, same.published, same.id LIMIT 1),
  (SELECT same.id FROM articles AS same WHERE same.headline_key = listed.headline_key
    ORDER BY same.published IS NULL, same.published, same.id LIMIT 1))`;

/** Listed items with the page that lists them, and their target; the columns that `listedSummaryOf` reads. */
export const listedWithPage = `
  SELECT listed.*, ${linkTarget} AS target,
    page.headline AS page_headline, page.source AS page_source, page.collection AS page_collection,
    page.published AS page_published, page.published_precision AS page_published_precision,
    page.published_printed AS page_published_printed, page.published_zone AS page_published_zone
  FROM listed JOIN articles AS page ON page.id = listed.article`;

/** Each item that no article answers to, once: as the oldest page that lists it does. */
export const unresolvedOnce = `
  SELECT * FROM (
    SELECT *, row_number() OVER (
      PARTITION BY headline_key, coalesce(url, '')
      ORDER BY page_published IS NULL, page_published, article, ordinal) AS turn
    FROM (${listedWithPage}) WHERE target IS NULL)
  WHERE turn = 1
  ORDER BY page_published IS NULL, page_published, article, ordinal`;
