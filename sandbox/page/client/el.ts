export type Child = Node | string | null;
type Handler = (event: Event) => void;
export type Props = Readonly<Record<string, string | number | boolean | Handler | undefined>>;

/**
 * A new element. Strings become text nodes and attribute values, never markup. A property that is a function listens
 * to the event of its name; false and undefined leave an attribute out.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A link that opens beside the page; an address that is no web address is shown as text. */
export function link(href: string, ...children: readonly Child[]): HTMLElement {
  if (!/^https?:\/\//.test(href)) return el('span', {}, ...children, ` (${href})`);
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}
