import { scanMarkup } from '../xml/markup-events.ts';
import { names, tidy } from './fragment-names.ts';

/** The words of a piece of HTML on one line, as titles and summaries carry it: tags taken off, entities replaced. */
export function textOfFragment(html: string): string {
  const parts: string[] = [];
  let silent = '';
  const blank = (name: string): void => {
    if (name === 'br' || names.breaking.has(name)) parts.push(' ');
  };
  scanMarkup(html, false, {
    open: (written, _attributes, isSelfClosing) => {
      const name = written.toLowerCase();
      if (silent === '' && names.silent.has(name) && !isSelfClosing) silent = name;
      blank(name);
    },
    text: (text) => {
      if (silent === '') parts.push(text);
    },
    close: (written) => {
      const name = written.toLowerCase();
      if (name === silent) silent = '';
      blank(name);
    },
  });
  return tidy(parts.join(''));
}
