import pg from 'pg';
import { collectByTurn } from './collect-by-turn.ts';

/** What a client of PostgreSQL keeps open by default. */
const CONNECTIONS = 10;

/** Stores events in a PostgreSQL database in the simplest way: each in a commit of its own. */
export async function openRowByRow(url: string): Promise<(id: string, payload: string) => Promise<void>> {
  const pool = await openInbox(url);
  return async (id, payload) => {
    await pool.query({ name: 'one', text: insertOf(1), values: [id, payload] });
  };
}

/** The same, but what came in during one turn of the event loop goes there in one statement. */
export async function openRowsTogether(url: string): Promise<(id: string, payload: string) => Promise<void>> {
  const pool = await openInbox(url);
  const store = collectByTurn(async (rows: readonly (readonly [id: string, payload: string])[]) => {
    await pool.query(insertOf(rows.length), rows.flat());
  });
  return (id, payload) => store([id, payload]);
}

/** The columns by which the bench counts what is stored. */
async function openInbox(url: string): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  await pool.query("create table inbox (id text primary key, payload text, kind text default 'message')");
  return pool;
}

function insertOf(rows: number): string {
  const places = Array.from({ length: rows }, (_, at) => `($${at * 2 + 1}, $${at * 2 + 2})`);
  return `insert into inbox (id, payload) values ${places.join(',')} on conflict do nothing`;
}
