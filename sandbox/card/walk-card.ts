import { isRecord } from '../is-record.ts';

/** One element of a card, with the tags of the containers around it, outermost first. */
export interface CardNode {
  readonly element: Readonly<Record<string, unknown>>;
  readonly tag: string;
  readonly path: string;
  readonly ancestors: readonly string[];
}

/** All elements of a card's body, each container before its children. Works on any JSON: what is no object is passed over. */
export function walkCard(card: unknown): CardNode[] {
  const body = isRecord(card) ? card.body : undefined;
  return isRecord(body) ? walkList(body.elements, 'ROOT -> body -> elements', []) : [];
}

/** The elements below one element. */
export function walkBelow(node: CardNode): CardNode[] {
  const ancestors = [...node.ancestors, node.tag];
  return childLists(node).flatMap(([key, list]) => walkList(list, `${node.path} -> ${key}`, ancestors));
}

function walkList(list: unknown, path: string, ancestors: readonly string[]): CardNode[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((element: unknown, index) => {
    if (!isRecord(element)) return [];
    const tag = String(element.tag);
    const node: CardNode = { element, tag, path: `${path} -> [${index}](tag: ${tag})`, ancestors };
    return [node, ...walkBelow(node)];
  });
}

function childLists({ element, tag }: CardNode): [string, unknown][] {
  if (tag === 'column_set') return [['columns', element.columns]];
  return [['elements', element.elements]];
}
