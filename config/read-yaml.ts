import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { SetupError } from '../src/kernel/errors.ts';
import { nearestName } from './nearest-name.ts';

/** Where a rule that spans several values is broken, and what to do. */
export interface SettingIssue {
  readonly path: readonly PropertyKey[];
  readonly remedy: string;
}

/** The keys allowed where `path` leads, for telling which one a misspelt key meant. */
type KnownKeys = (path: readonly PropertyKey[]) => readonly string[];

interface FileRules<S extends z.ZodType> {
  readonly schema: S;
  readonly knownKeys: KnownKeys;
  /** Rules that span several values; asked when each value alone is right. */
  readonly check?: (values: z.output<S>) => readonly SettingIssue[];
}

interface Source {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * Reads and checks the text of a YAML file that an operator edits; `file` only names it in messages. The result is
 * frozen. Throws SetupError with every mistake: file, line, key, what was found, and what to do.
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  { schema, knownKeys, check = () => [] }: FileRules<S>,
): z.output<S> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const source = { file, document, lines };
  const unreadable = document.errors.map(
    (error) => `${file}:${error.linePos?.[0].line ?? 1} is not valid YAML: ${error.message.split('\n')[0]}`,
  );
  if (unreadable.length > 0) throw new SetupError(unreadable);
  const parsed = schema.safeParse(plainValues(source));
  if (!parsed.success) {
    throw new SetupError(parsed.error.issues.flatMap((issue) => tell(source, issue, knownKeys)));
  }
  const broken = check(parsed.data);
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

function tell(source: Source, issue: z.core.$ZodIssue, knownKeys: KnownKeys): string[] {
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
