import axe from 'axe-core';
import { render, type TemplateResult } from 'lit';
import '../../../../renderer/styles/document.css';

/** Puts a template into an otherwise empty page and returns its first element. */
export function show<E extends HTMLElement = HTMLElement>(template: TemplateResult): E {
  const host = document.createElement('main');
  host.className = 'test-host';
  document.body.replaceChildren(host);
  render(template, host);
  return host.firstElementChild as E;
}

/** Resolves with the next event of this class that reaches the document. */
export function next<E extends Event>(kind: {
  readonly type: string;
  new (...args: never[]): E;
}): Promise<E> {
  return new Promise((resolve) => {
    document.addEventListener(kind.type, (event) => resolve(event as E), { once: true });
  });
}

/** The first element that matches, in this tree or in any shadow tree below it; an error when there is none. */
export function deep<E extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): E {
  const found = deepAll<E>(root, selector)[0];
  if (found === undefined) throw new Error(`nothing matches ${selector}`);
  return found;
}

/**
 * All elements that match, in tree order, shadow trees where their hosts stand. Each step of a path (`a b`: b below
 * a) looks through shadow trees.
 */
export function deepAll<E extends Element = HTMLElement>(root: Element | ShadowRoot, path: string): E[] {
  const steps = path.split(' ');
  const last = steps.pop() ?? '*';
  const roots = steps.length === 0 ? [root] : deepAll<Element>(root, steps.join(' '));
  return [...new Set(roots.flatMap((each) => below<E>(each, last)))];
}

function below<E extends Element>(root: Element | ShadowRoot, selector: string): E[] {
  const found: E[] = [];
  const visit = (node: Element | ShadowRoot): void => {
    if (node instanceof Element && node.shadowRoot !== null) visit(node.shadowRoot);
    for (const child of node.children) {
      if (child.matches(selector)) found.push(child as E);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** What a person sees of an element: its text over all shadow trees, blanks as one. */
export function words(node: Node): string {
  const children = (each: Node): readonly Node[] => {
    if (each instanceof HTMLSlotElement) return each.assignedNodes();
    return [...(each instanceof Element && each.shadowRoot !== null ? each.shadowRoot : each).childNodes];
  };
  const collect = (each: Node): string => {
    if (each.nodeType === Node.TEXT_NODE) return each.nodeValue ?? '';
    if (each.nodeType === Node.COMMENT_NODE || each instanceof HTMLStyleElement) return '';
    const inside = children(each).map(collect).join('');
    return each instanceof Element && !getComputedStyle(each).display.startsWith('inline')
      ? ` ${inside} `
      : inside;
  };
  return collect(node).replace(/\s+/g, ' ').trim();
}

/** The rules of level A and AA that the page breaks, with the elements concerned. */
export async function violations(): Promise<readonly string[]> {
  const { violations: found } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  );
}

/** Waits until a condition holds, looking once a frame; the test's own time limit ends it. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(requestAnimationFrame);
}
