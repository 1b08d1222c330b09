import { el } from './el.ts';
import { words } from './words.ts';

/** A picture that the sandbox holds. When it cannot be shown, that is said. */
export function picture(key: string, alt: string): HTMLElement {
  const name = alt || words().image;
  const image = el('img', { src: `/page/picture/${encodeURIComponent(key)}`, alt: name, loading: 'lazy' });
  image.addEventListener('error', () =>
    image.replaceWith(el('span', { class: 'undrawn' }, words().cannotDraw(name))),
  );
  return image;
}
