import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { TEMPLATE } from './postgres-template.ts';
import { runOn } from './run-on.ts';

/** The whole of `npm test` plays what the store does, and some conversations, on PostgreSQL as well. */
export function usualDatabase(): 'sqlite' | 'postgres' {
  return process.env.TEST_DATABASE === 'postgres' ? 'postgres' : 'sqlite';
}

export interface MadeDatabase {
  /** As `DATABASE_URL` takes it. */
  readonly url: string;
  /** Once nothing uses it any more. */
  giveBack(): Promise<void>;
}

/** Databases of this file's earlier tests, emptied: making one takes longer than emptying one. */
const spare: string[] = [];

/** A PostgreSQL database with all tables and no rows. */
export async function makePostgres(): Promise<MadeDatabase> {
  const url = spare.pop() ?? (await createDatabase(`template ${TEMPLATE}`));
  return {
    url,
    async giveBack() {
      await runOn(url, EMPTY_ALL);
      spare.push(url);
    },
  };
}

/** A database on the test server, made as `create database <name>` says with these words behind it. */
export async function createDatabase(how: string): Promise<string> {
  const server = await findServer();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runOn(`${server}postgres`, `create database ${name} ${how}`);
  return `${server}${name}`;
}

const EMPTY_ALL = `do $$ begin execute (
  select 'truncate ' || string_agg(quote_ident(tablename), ', ') || ' restart identity'
  from pg_tables where schemaname = 'public' and tablename not like 'kysely%');
end $$`;

async function findServer(): Promise<string> {
  const answer = await fetch(inject('postgresDoor'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
