import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { SetupError } from '../src/kernel/errors.ts';
import { checkSettings } from './check-settings.ts';
import { nearestName } from './nearest-name.ts';
import { type GroupDefaults, groupDefaults, knownKeys } from './schema.ts';

interface Source {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** Reads and checks the settings file. The result is frozen. @throws SetupError as `parseSettings` does. */
export function loadSettings(file: string): GroupDefaults {
  return parseSettings(file, readText(file));
}

/**
 * Checks the text of a settings file; `file` only names it in messages.
 * @throws SetupError with every mistake: file, line, key, what was found, and what to do.
 */
export function parseSettings(file: string, text: string): GroupDefaults {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const source = { file, document, lines };
  const unreadable = document.errors.map(
    (error) => `${file}:${error.linePos?.[0].line ?? 1} is not valid YAML: ${error.message.split('\n')[0]}`,
  );
  if (unreadable.length > 0) throw new SetupError(unreadable);
  const parsed = groupDefaults.safeParse(plainValues(source));
  if (!parsed.success) throw new SetupError(parsed.error.issues.flatMap((issue) => tell(source, issue)));
  const broken = checkSettings(parsed.data);
  if (broken.length > 0) {
    throw new SetupError(broken.map(({ path, remedy }) => sentence(source, path, remedy)));
  }
  return deepFreeze(parsed.data);
}

/** Aliases have no use here and can be nested into gigabytes, so none is followed. */
function plainValues({ file, document }: Source): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new SetupError([
      `${file}: anchors and aliases (&, *) are not used here; put a text that begins with one in quotes`,
    ]);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError([
      `${file}: cannot be read (${reason}); set BOT_CONFIG to a settings file such as config/bot.yaml`,
    ]);
  }
}

function tell(source: Source, issue: z.core.$ZodIssue): string[] {
  if (issue.code !== 'unrecognized_keys') return [sentence(source, issue.path, issue.message)];
  return issue.keys.map((key) => {
    const near = nearestName(key, knownKeys(issue.path));
    const remedy = near === undefined ? 'remove it' : `did you mean ${near}?`;
    const path = [...issue.path, key];
    return `${place(source, path)}: this key is not known; ${remedy}`;
  });
}

function sentence(source: Source, path: readonly PropertyKey[], remedy: string): string {
  const value = source.document.getIn(path);
  const plain = isNode(value) ? value.toJSON() : value;
  const found = plain === undefined ? 'is missing' : `found ${JSON.stringify(plain).slice(0, 60)}`;
  return `${place(source, path)}: ${found}; ${remedy}`;
}

/** `file:line key`; the line of the nearest enclosing setting where the key itself is missing. */
function place({ file, document, lines }: Source, path: readonly PropertyKey[]): string {
  const line = lines.linePos(offsetOf(document, path)).line;
  const key = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return `${file}:${Math.max(1, line)} ${key.replace(/^\./, '') || '(whole file)'}`;
}

/** Follows the path as far as it leads; a key's own place is told rather than its value's. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let offset = 0;
  let node: unknown = document.contents;
  for (const part of path) {
    const step = stepInto(node, part);
    if (step === undefined) break;
    offset = step.offset ?? offset;
    node = step.value;
  }
  return offset;
}

function stepInto(
  node: unknown,
  part: PropertyKey,
): { offset: number | undefined; value: unknown } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(part)];
    return isNode(item) ? { offset: item.range?.[0], value: item } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
  return isScalar(pair?.key) ? { offset: pair.key.range?.[0], value: pair.value } : undefined;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
