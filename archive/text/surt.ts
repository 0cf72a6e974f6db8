/**
 * An address in the order that an index sorts by (Sort-friendly URI Reordering Transform): the host's parts from the right,
 * without `www` and the scheme, then the path, in lower case: `org,example)/a?b=1`. What is no web address stays as it is.
 * https://github.com/internetarchive/surt
 */
export function surtOf(address: string): string {
  const url = webAddress(address);
  if (url === null) return address;
  const host = url.hostname
    .replace(/^www\d*\./u, '')
    .split('.')
    .reverse()
    .join(',');
  const port = url.port === '' ? '' : `:${url.port}`;
  const query = [...url.searchParams].length === 0 ? url.search : `?${sortedQuery(url.search)}`;
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/$/u, '') : url.pathname;
  return `${host}${port})${path}${query}`.toLowerCase();
}

function webAddress(address: string): URL | null {
  try {
    const url = new URL(address);
    return /^https?:$/u.test(url.protocol) && url.hostname !== '' ? url : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function sortedQuery(search: string): string {
  return search.slice(1).split('&').sort().join('&');
}
