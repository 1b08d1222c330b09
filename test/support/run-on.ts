import { Client } from 'pg';

/** One statement on a PostgreSQL database, past the store. */
export async function runOn(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
