/** So much of a file is looked at. */
const headLength = 64 * 1024;
const longestValue = 2_000;

/** Headers that only mail and news have. */
const strong =
  /^(?:received|return-path|delivered-to|x-original-to|message-id|mime-version|content-transfer-encoding|dkim-signature|authentication-results|x-mailer|user-agent|in-reply-to|references|newsgroups|list-id|list-unsubscribe|envelope-to|x-mozilla-status|x-google-smtp-source|received-spf|arc-seal|x-received)$/u;
const weak =
  /^(?:from|to|cc|bcc|sender|reply-to|date|subject|content-type|content-disposition|organization)$/u;

const field = /^([!-9;-~]{1,100})[ \t]*:/u;

/** The names of the header fields at the beginning of a text, in lower case; null when there is something else. */
function leadingFields(text: string): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  let others = 0;
  let last: string | null = null;
  for (const line of text.split(/\r?\n/u)) {
    if (line === '') break;
    if (/^[ \t]/u.test(line)) {
      if (last === null) return null;
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`.slice(0, longestValue));
      continue;
    }
    const name = field.exec(line)?.[1]?.toLowerCase();
    // One odd line among many headers is a broken program's; prose has no headers at all.
    if (name === undefined) others += 1;
    else {
      last = name;
      if (!fields.has(name)) fields.set(name, line.slice(line.indexOf(':') + 1).trim());
    }
    if (others > fields.size || others > 3) return null;
  }
  return fields;
}

/**
 * Pages saved as MHTML (RFC 2557) look like mail: what says that a browser saved it, or that nobody sent and that holds a
 * page with its address, is none.
 */
function isSavedPage(fields: ReadonlyMap<string, string>, head: string): boolean {
  if (fields.has('snapshot-content-location')) return true;
  if (/^"?<?saved by /iu.test(fields.get('from') ?? '')) return true;
  const isSent = ['received', 'to', 'message-id', 'delivered-to', 'return-path'].some((name) =>
    fields.has(name),
  );
  const type = fields.get('content-type') ?? '';
  return (
    !isSent &&
    /^(?:multipart\/related|text\/html|multipart\/alternative)/iu.test(type) &&
    /^content-location:/imu.test(head)
  );
}

/** Whether bytes begin as a mail does: with header fields, enough of them of mail, and no page saved by a browser. */
export function beginsLikeMail(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, headLength))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/u, '');
  const fields = leadingFields(head.replace(/^(?:>?From [^\n]*\n|\r?\n){0,3}/u, ''));
  if (fields === null || isSavedPage(fields, head)) return false;
  const names = [...fields.keys()];
  const ofMail = names.filter((name) => strong.test(name)).length;
  const ofAny = names.filter((name) => weak.test(name)).length;
  // A part of a mail that was kept by itself: several parts, and the line between them.
  const boundary = /^multipart\/[a-z]+\b[^]{0,500}?boundary="?([^"\r\n;]{1,200})/iu.exec(
    fields.get('content-type') ?? '',
  )?.[1];
  if (boundary !== undefined && head.includes(`\n--${boundary}`)) return true;
  const hasSender =
    fields.has('from') || fields.has('received') || fields.has('return-path') || fields.has('sender');
  return (ofMail >= 2 && ofMail + ofAny >= 3) || (ofMail >= 1 && ofAny >= 1) || (hasSender && ofAny >= 3);
}
