import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { environmentVariables, parseStorageEnvironment } from '../../config/environment.ts';
import type { Blobs } from '../bot/ports.ts';
import { writeTables } from '../files/sheet/write-tables.ts';
import { systemClock } from '../kernel/clock.ts';
import { SetupError } from '../kernel/errors.ts';
import { isId } from '../lark/ids.ts';
import type { TableRows } from '../store/group-rows.ts';
import { isPostgres } from '../store/open-database.ts';
import { openOperatorStore } from '../store/operator-store.ts';
import { openFolderBlobs } from './prepare-blobs.ts';
import { print } from './print.ts';

const USAGE = 'usage: npm run export -- --group oc_... --out DIR';

const reportRow = z.object({
  kind: z.string(),
  month: z.string(),
  version: z.number(),
  template: z.string(),
  blob: z.string().nullable(),
  final_blob: z.string().nullable(),
});
const fileRow = z.object({
  item_id: z.string(),
  position: z.number(),
  media_type: z.string().nullable(),
  blob: z.string().nullable(),
});
const itemRow = z.object({ id: z.string(), number: z.string() });

interface NamedBlob {
  readonly path: string;
  readonly hash: string;
}

/**
 * `export --group oc_… --out DIR`: everything that is kept of a group, also of one that the bot has left, into a new
 * folder: all rows as group.json, the items as a sheet, reports and files as they are. Exits 1 when a file was damaged.
 */
export async function exportGroup(args: readonly string[]): Promise<void> {
  const { group, out } = readArguments(args);
  const { databaseUrl, dataDir } = parseStorageEnvironment(environmentVariables());
  const store = await openOperatorStore(databaseUrl, systemClock);
  try {
    const rows = await readGroup(store, group);
    await writeGroup(rows, { out, blobs: isPostgres(databaseUrl) ? store.blobs : openFolderBlobs(dataDir) });
  } finally {
    await store.close();
  }
}

interface Place {
  readonly out: string;
  readonly blobs: Pick<Blobs, 'get'>;
}

async function writeGroup(rows: TableRows, { out, blobs }: Place): Promise<void> {
  await mkdir(out, { recursive: true, mode: 0o700 });
  await write(join(out, 'group.json'), `${JSON.stringify(rows, undefined, 2)}\n`);
  await write(
    join(out, 'items.xlsx'),
    await writeTables([{ name: 'items', rows: sheetOf(rows.items ?? []) }]),
  );
  const files = [...reportFiles(rows), ...itemFiles(rows)];
  const damaged = await writeBlobs(files, { out, blobs });
  print(`wrote ${out}: ${rows.items?.length ?? 0} items, ${files.length - damaged.length} files`);
  if (damaged.length === 0) return;
  process.stderr.write(damaged.map((path) => `${path}: damaged or gone, left out\n`).join(''));
  process.exitCode = 1;
}

async function readGroup(store: Awaited<ReturnType<typeof openOperatorStore>>, group: string) {
  if ((await store.groups()).some(({ id }) => id === group)) return store.rowsOf(group);
  throw new SetupError([`--group: ${group} is not known here; "admin groups" lists those that are`]);
}

function readArguments(args: readonly string[]): { group: string; out: string } {
  const { group, out } = parse(args);
  if (group === undefined || !isId('chat', group))
    throw new SetupError(['--group: write --group oc_...', USAGE]);
  if (out === undefined) throw new SetupError(['--out: write a folder that is not there yet', USAGE]);
  if (existsSync(out)) throw new SetupError([`${out}: this is there already; choose another name`]);
  return { group, out };
}

function parse(args: readonly string[]) {
  try {
    const options = { group: { type: 'string' }, out: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw new SetupError([cause instanceof Error ? cause.message : String(cause), USAGE]);
  }
}

function sheetOf(items: NonNullable<TableRows[string]>): readonly (readonly string[])[] {
  const columns = Object.keys(items[0] ?? { number: '' });
  const cell = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  return [columns, ...items.map((item) => columns.map((column) => cell(item[column])))];
}

function reportFiles({ reports = [] }: TableRows): readonly NamedBlob[] {
  return reports.flatMap((row) => {
    const { kind, month, version, template, blob, final_blob } = reportRow.parse(row);
    const name = `${kind}-${month.replaceAll(/[^\w-]/g, '_')}-v${version}-${template}`;
    return [
      ...(blob === null ? [] : [{ path: `reports/${name}.docx`, hash: blob }]),
      ...(final_blob === null ? [] : [{ path: `reports/${name}-final.docx`, hash: final_blob }]),
    ];
  });
}

/** Under the item's number, which we made; names that people gave never become paths. */
function itemFiles({ items = [], attachments = [] }: TableRows): readonly NamedBlob[] {
  const numbers = new Map(items.map((row) => itemRow.parse(row)).map(({ id, number }) => [id, number]));
  return attachments.flatMap((row) => {
    const { item_id, position, media_type, blob } = fileRow.parse(row);
    const number = (numbers.get(item_id) ?? item_id).replaceAll(/[^\p{L}\p{N}-]/gu, '_');
    const ending = /\/([a-z\d]{2,5})$/.exec(media_type ?? '')?.[1] ?? 'bin';
    return blob === null ? [] : [{ path: `files/${number}/${position}.${ending}`, hash: blob }];
  });
}

/** Returns the paths of those that could not be read. */
async function writeBlobs(files: readonly NamedBlob[], { out, blobs }: Place): Promise<readonly string[]> {
  const damaged: string[] = [];
  for (const { path, hash } of files) {
    const bytes = await blobs.get(hash).catch(() => undefined);
    if (bytes === undefined) damaged.push(path);
    else await write(join(out, path), bytes);
  }
  return damaged;
}

/** Readable by its owner alone. */
async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, content, { mode: 0o600, flag: 'wx' });
}
