const SVG = 'http://www.w3.org/2000/svg';

/** A new element of a drawing, like `el` for the page. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  props: Readonly<Record<string, string | number>> = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}
