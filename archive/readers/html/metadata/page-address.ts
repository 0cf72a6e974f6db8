/** Addresses in comments that programs which save pages leave. */
const savedFrom: readonly RegExp[] = [
  // Internet Explorer and Chromium: the number is the length of the address.
  /saved from url=\(\d{1,5}\)(https?:\/\/\S{1,2000})/iu,
  // SingleFile
  /^\s*Page saved with SingleFile\s+url:\s*(https?:\/\/\S{1,2000})/iu,
];
// HTTrack leaves out the scheme.
const mirrored = /^\s*Mirrored from ([\w.-]{3,253}\/\S{0,2000}) by HTTrack/iu;
const wayback =
  /^https?:\/\/(?:web|wayback|liveweb)\.archive\.org\/(?:web\/)?(?:\d{4,14}|\*)?(?:[a-z]{2}_)?\/(https?:\/\/.+)$/iu;

/** An address without what the Wayback Machine puts before it. */
export function withoutArchive(address: string): string {
  const inner = wayback.exec(address)?.[1];
  return inner === undefined ? address : inner.replace(/^(https?:\/)(?=[^/])/iu, '$1/');
}

/** An address made whole; null when it is none of the web. */
export function webAddress(address: string | null | undefined, base: string | null): string | null {
  const plain = address?.trim();
  if (plain === undefined || plain === '' || plain.length > 4_000) return null;
  try {
    const url = base === null ? new URL(plain) : new URL(plain, base);
    if (!/^https?:$/u.test(url.protocol) || !url.hostname.includes('.')) return null;
    return withoutArchive(/^https?:\/\//iu.test(plain) ? plain : url.href);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The address that a saved copy says it was saved from, in a comment; null when it says none. */
export function savedAddress(comments: readonly string[]): string | null {
  for (const comment of comments) {
    for (const pattern of savedFrom) {
      const found = webAddress(pattern.exec(comment)?.[1], null);
      if (found !== null) return found;
    }
    const mirror = mirrored.exec(comment)?.[1];
    if (mirror !== undefined) return webAddress(`http://${mirror}`, null);
  }
  return null;
}

function isRoot(address: string): boolean {
  return /^https?:\/\/[^/]+\/?$/iu.test(address);
}

/** The first of a page's own addresses that can be that of an article: not the front page of its site, when another is known. */
export function chooseAddress(given: readonly (string | null)[], known: string | null): string | null {
  const candidates = given.filter((address): address is string => address !== null);
  const own = candidates.find((address) => !isRoot(address) || (known !== null && isRoot(known)));
  return own ?? known ?? candidates[0] ?? null;
}
