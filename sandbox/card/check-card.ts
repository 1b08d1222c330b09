import type { z } from 'zod';
import { isRecord } from '../is-record.ts';
import { refuseCard } from './card-refusal.ts';
import { CardShape } from './card-shape.ts';
import { checkForms } from './check-forms.ts';
import { type CardSurroundings, checkReferences } from './check-references.ts';
import { checkTables } from './check-tables.ts';
import { CONTAINER_SHAPES } from './container-shapes.ts';
import { CONTROL_SHAPES } from './control-shapes.ts';
import { DISPLAY_SHAPES } from './display-shapes.ts';
import { type CardNode, walkCard } from './walk-card.ts';

const SHAPES = new Map<string, z.ZodType>(
  Object.entries({ ...DISPLAY_SHAPES, ...CONTROL_SHAPES, ...CONTAINER_SHAPES }),
);
const CONTAINERS = new Set(['form', 'column_set', 'collapsible_panel', 'interactive_container']);
const ELEMENTS_MAX = 200;
const NESTING_MAX = 5;

/** Refuses a card (JSON 2.0) as the platform would: 230099 with the inner code and the path. */
export function checkCard(
  card: unknown,
  surroundings: CardSurroundings,
): asserts card is Record<string, unknown> {
  checkShape(CardShape, card, 'ROOT');
  if (!isRecord(card)) throw refuseCard('json', 'the card is no object');
  const nodes = walkCard(card);
  for (const node of nodes) {
    checkPlace(node);
    checkShape(shapeOf(node), node.element, node.path);
  }
  checkCount(card);
  checkElementIds(nodes);
  checkForms(nodes);
  checkTables(card, nodes);
  checkReferences(card, nodes, surroundings);
}

function checkShape(shape: z.ZodType, value: unknown, path: string): void {
  const result = shape.safeParse(value);
  if (result.success) return;
  const [issue] = result.error.issues;
  const where = [path, ...(issue?.path.map(String) ?? [])].join(' -> ');
  throw refuseCard('json', `parse card json err, ${issue?.message ?? 'bad shape'}`, where);
}

function shapeOf(node: CardNode): z.ZodType {
  const shape = SHAPES.get(node.tag);
  if (!shape) throw refuseCard('json', `not support tag: ${node.tag}`, node.path);
  return shape;
}

/** Which element may stand where. Forms and tables stand in the body itself. */
function checkPlace({ tag, path, ancestors }: CardNode): void {
  const depth = ancestors.filter((ancestor) => CONTAINERS.has(ancestor)).length;
  if (CONTAINERS.has(tag) && depth >= NESTING_MAX) throw refuseCard('tooMuch', 'nested too deep', path);
  if ((tag === 'form' || tag === 'table') && ancestors.length > 0) {
    throw refuseCard('json', `${tag} is only allowed in the body itself`, path);
  }
  if ((tag === 'column') !== (ancestors.at(-1) === 'column_set')) {
    throw refuseCard('json', 'column_set holds columns, and only it does', path);
  }
}

/** Components and text objects count alike: whatever has a tag, but for data that is only passed through. */
function checkCount(card: Record<string, unknown>): void {
  if (countTags(card) > ELEMENTS_MAX) throw refuseCard('tooMuch', 'element exceeds the limit');
}

function countTags(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countTags(item), 0);
  if (!isRecord(value)) return 0;
  const { value: _value, rows: _rows, chart_spec: _spec, ...rest } = value;
  const own = typeof rest.tag === 'string' ? 1 : 0;
  return Object.values(rest).reduce<number>((sum, item) => sum + countTags(item), own);
}

function checkElementIds(nodes: readonly CardNode[]): void {
  const seen = new Set<unknown>();
  for (const { element, path } of nodes) {
    const id = element.element_id;
    if (id === undefined) continue;
    if (seen.has(id)) throw refuseCard('json', `duplicate element_id ${String(id)}`, path);
    seen.add(id);
  }
}
