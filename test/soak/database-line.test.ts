import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseLine, openDatabaseLine } from '../../soak/harm/database-line.ts';
import { type MadeDatabase, makePostgres } from '../support/make-database.ts';

let made: MadeDatabase;
let line: DatabaseLine;
beforeAll(async () => {
  made = await makePostgres();
  line = await openDatabaseLine(made.url);
});
afterAll(async () => {
  await line.close();
  await made.giveBack();
});

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: line.url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

describe('the line to a database', () => {
  it('passes on what is asked and answered', async () => {
    const client = await connect();
    const { rows } = await client.query("select repeat('字', 100000) as text");
    expect(rows[0].text).toHaveLength(100_000);
    await client.end();
  });

  it('breaks for those who use it, and is refused to others, until it is healed', async () => {
    const client = await connect();
    line.cut('reset');
    await expect(client.query('select 1')).rejects.toThrow();
    await expect(connect()).rejects.toThrow();
    line.heal();
    const other = await connect();
    expect((await other.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await other.end();
  });

  it('is silent, and then delivers what was sent meanwhile', async () => {
    const client = await connect();
    line.cut('silence');
    const answers: string[] = [];
    const late = client.query('select 1').then(() => answers.push('asked before'));
    const newcomer = connect().then(async (other) => {
      answers.push('came meanwhile');
      await other.end();
    });
    // A server on this machine answers within this many rounds.
    for (let round = 0; round < 50; round += 1) await new Promise((resolve) => setTimeout(resolve, 2));
    expect(answers).toEqual([]);
    line.heal();
    await Promise.all([late, newcomer]);
    expect(answers.toSorted()).toEqual(['asked before', 'came meanwhile']);
    await client.end();
  });
});
