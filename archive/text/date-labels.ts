/** What a label before a date says about it. */
export type DateLabel = 'published' | 'updated';

/**
 * Words that pages print before their date. Each is a piece of a regular expression for the flags `iu`; a blank
 * matches any white space.
 */
const labels: Readonly<Record<DateLabel, readonly string[]>> = {
  published: [
    'first published(?: on)?',
    'date published',
    'publication date',
    'date of publication',
    'published(?: online)?(?: on| at)?',
    'publish date',
    'posted(?: on| at)?',
    'created(?: on)?',
    'released(?: on)?',
    'date(?:d)?',
    'pub ?date',
    'filed(?: at)?',
    // Serbian, Croatian, Bosnian, Macedonian, Russian
    'objavljeno',
    'objavljen[ao]? dana',
    'objava',
    'datum(?: objave)?',
    'vreme objave',
    'objavio',
    'објављено',
    'објавено(?: на)?',
    'датум(?: објаве)?',
    'датум(?: на објавување)?',
    'опубликовано',
    'дата(?: публикации)?',
    // Albanian
    'publikuar(?: më| me| në)?',
    'botuar(?: më| me| në)?',
    'data(?: e publikimit)?',
    'postuar(?: më)?',
    // German, French, Italian, Spanish
    'veröffentlicht(?: am)?',
    'erschienen(?: am)?',
    'publié(?: le)?',
    'mis en ligne(?: le)?',
    'pubblicato(?: il)?',
    'publicado(?: el)?',
  ],
  updated: [
    '(?:page )?last updated(?: on| at)?',
    'last modified(?: on| at)?',
    'last update(?:d)?(?: on| at)?',
    'latest update',
    'updated(?: on| at)?',
    'update(?:s)?',
    'modified(?: on| at)?',
    'corrected(?: on)?',
    'poslednja izmena',
    'poslednji put ažurirano',
    'ažurirano',
    'izmenjeno',
    'izmijenjeno',
    'zadnja izmjena',
    'последња измена',
    'ажурирано',
    'измењено',
    'ажурирано на',
    'обновлено',
    'përditësuar(?: më)?',
    'perditesuar(?: me)?',
    'aktualisiert(?: am)?',
    'zuletzt aktualisiert(?: am)?',
    'stand',
    'mis à jour(?: le)?',
    'modifié(?: le)?',
    'aggiornato(?: il)?',
    'actualizado(?: el)?',
  ],
};

function pattern(words: readonly string[]): string {
  const forms = [...new Set(words.flatMap((word) => [word, word.normalize('NFD')]))];
  const longest = forms.sort((a, b) => b.length - a.length);
  return longest.map((word) => word.replaceAll(' ', '\\s+')).join('|');
}

const anyLabel = [...labels.published, ...labels.updated];

/** Source of a regular expression (flags `iu`) that matches any label, without its colon. */
export const labelPattern = pattern(anyLabel);

const published = new RegExp(`^(?:${pattern(labels.published)})$`, 'iu');

/** Which kind of label this is; the text must be one that `labelPattern` matches. */
export function labelKind(printed: string): DateLabel {
  return published.test(printed.trim()) ? 'published' : 'updated';
}
