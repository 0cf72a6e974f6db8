/** So much of a file is looked at for its keys: a long text may stand before them. */
const headLength = 1_000_000;
const mostKeys = 400;
const longestName = 200;

/** The values of `type` (ninjs 1.0 to 3.1). */
const types: ReadonlySet<string> = new Set([
  ...['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'],
]);
/** Keys that only ninjs has. */
const telling: ReadonlySet<string> = new Set([
  ...[
    'representationtype',
    'representationType',
    'versioncreated',
    'versionCreated',
    'firstcreated',
    'firstCreated',
  ],
  ...['pubstatus', 'pubStatus', 'headlines', 'bodies', 'descriptions', 'contentcreated', 'contentCreated'],
  ...[
    'altids',
    'altIds',
    'copyrightholder',
    'copyrightHolder',
    'eventDetails',
    'plannedCoverage',
    'newsCoverageStatus',
  ],
  ...[
    'rightsinfo',
    'rightsInfo',
    'trustindicator',
    'trustindicators',
    'trustIndicators',
    'infosource',
    'infosources',
  ],
  ...[
    'infoSources',
    'ednote',
    'edNote',
    'usageterms',
    'usageTerms',
    'digitalsourcetype',
    'digitalSourceType',
  ],
  ...[
    'genres',
    'advices',
    'renditions',
    'associations',
    'linkedrights',
    'encodedrights',
    'copyrightnotice',
    'copyrightNotice',
  ],
]);
const tellingNames = /^(?:headline|body|description)_[\w-]/u;

/** Where a string ends: the place of its closing quotation mark, or -1. */
function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 0x5c) at += 1;
    else if (sign === 0x22) return at;
  }
  return -1;
}

/** The keys of an object with the string each has as its value, or null; as many as a text, maybe cut off, shows. */
function keysOf(text: string, from: number): ReadonlyMap<string, string | null> {
  const keys = new Map<string, string | null>();
  let depth = 0;
  let key: string | null = null;
  let last = '';
  for (let at = from; at < text.length && keys.size < mostKeys; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') {
      const end = endOfString(text, at);
      if (end === -1) break;
      if (depth === 1) last = text.slice(at + 1, Math.min(end, at + longestName));
      if (depth === 1 && key !== null) keys.set(key, last);
      at = end;
    } else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    else if (depth === 1 && sign === ',') key = null;
    else if (depth === 1 && sign === ':') {
      key = last;
      keys.set(key, null);
    }
    if (depth === 0) break;
  }
  return keys;
}

/** Whether the keys of an object are those of ninjs: an address (`uri`, in Superdesk's `guid`) and what only ninjs says. */
function isNinjs(keys: ReadonlyMap<string, string | null>): boolean {
  const uri = keys.get('uri') ?? keys.get('guid') ?? null;
  if (uri === null || keys.has('$schema')) return false;
  if (types.has(keys.get('type') ?? '')) return true;
  return [...keys.keys()].some((key) => telling.has(key) || tellingNames.test(key));
}

/** Whether a text is one object of ninjs or begins a list of them; only its beginning is looked at. */
export function beginsWithNinjs(text: string): boolean {
  const head = text.slice(0, headLength);
  const start = /^\s*\[?\s*\{/u.exec(head);
  if (start === null) return false;
  return isNinjs(keysOf(head, start[0].length - 1)) || namesStandard(head);
}

/** `standard` names ninjs whatever else is there. */
function namesStandard(head: string): boolean {
  return /"\$?standard"\s*:\s*\{\s*"name"\s*:\s*"ninjs"/u.test(head.slice(0, 10_000));
}

/** Whether a parsed value is an object of ninjs. */
export function isNinjsValue(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value).map(
    ([key, item]) => [key, typeof item === 'string' ? item : null] as const,
  );
  return isNinjs(new Map(entries));
}
