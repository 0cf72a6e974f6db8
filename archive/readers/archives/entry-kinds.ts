import { isLitter } from '../../ingest/litter.ts';

/** Media types of files that hold no text to read, by the ends of their names. */
const types: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg jpeg jpe jfif',
  'image/png': 'png apng',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/heic': 'heic heif',
  'image/bmp': 'bmp',
  'image/tiff': 'tif tiff',
  'image/svg+xml': 'svg svgz',
  'image/x-icon': 'ico cur',
  'text/css': 'css scss less',
  'text/javascript': 'js mjs cjs js.download js.descarga js.téléchargement',
  'application/wasm': 'wasm',
  'font/woff': 'woff woff2 ttf otf eot',
  'audio/mpeg': 'mp3 m4a aac ogg oga opus wav flac wma',
  'video/mp4': 'mp4 m4v webm mov avi mkv mpg mpeg wmv flv ogv 3gp',
  'application/x-shockwave-flash': 'swf',
};
const typeOfEnd = new Map(
  Object.entries(types).flatMap(([type, ends]) => ends.split(' ').map((end) => [end, type] as const)),
);

/** The media type of a file that can be no article, by the end of its name; null for all others. */
export function otherMedia(name: string): string | null {
  const [, ends = '', end = ''] = /\.((?:[^./]*\.)?([^./]+))$/u.exec(name.toLowerCase()) ?? [];
  return typeOfEnd.get(ends) ?? typeOfEnd.get(end) ?? null;
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether an entry is, or lies in, what operating systems leave in folders. */
export function isLitterPath(path: string): boolean {
  const parts = path.split('/').filter((part) => part !== '');
  const last = parts.pop() ?? '';
  return isLitter(last, 'file') || parts.some((part) => isLitter(part, 'folder'));
}

/**
 * What browsers in their languages add to a page's name for the folder of its parts (“Web page, complete”): Chromium and
 * Firefox `_files`, Internet Explorer a word of the system's language.
 */
const partsFolder =
  /^(?<page>.+)[-_.](?:files|file|dateien|fichiers|archivos|arquivos|ficheiros|bestanden|filer|tiedostot|pliki|soubory|súbory|elemei|fajlovi|datoteke|datoteki|dosyalar|failid|faili|failai|fails|fisiere|fișiere|bylos|karšu|файлы|файлове|податоци|датотеке)$/iu;

/** The name (or path) of the page, without its ending, whose parts a folder holds by its name; null when it holds none. */
export function pageOfPartsFolder(folder: string): string | null {
  return partsFolder.exec(folder)?.groups?.['page'] ?? null;
}

/** Finds among the paths of an archive those that are parts of a saved page: its frames, beside its images and scripts. */
export class SavedPages {
  private readonly pages = new Set<string>();

  add(path: string): void {
    const page = /^(?<stem>.+)\.x?html?$/iu.exec(path)?.groups?.['stem'];
    if (page !== undefined) this.pages.add(page);
  }

  /** Whether a path lies in the folder of a page, of those added, that stands beside that folder. */
  isPart(path: string): boolean {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      const page = pageOfPartsFolder(path.slice(0, at));
      if (page !== null && this.pages.has(page)) return true;
    }
    return false;
  }

  /** Why a file of this name is no article by its kind, as a media type; null when it may be one. */
  otherMedia(path: string): string | null {
    return otherMedia(path) ?? (this.isPart(path) ? 'a part of a saved page' : null);
  }
}
