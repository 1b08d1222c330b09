import { environmentVariables, parseStorageEnvironment } from '../../config/environment.ts';
import { SetupError } from '../kernel/errors.ts';
import { migrate as bringUpToDate } from '../store/migrate.ts';
import { openDatabase } from '../store/open-database.ts';
import { describeDatabase } from './describe-database.ts';
import { print } from './print.ts';

/** `migrate`: brings the database up to this program, as a start does, but without starting. Not while the bot runs. */
export async function migrate(args: readonly string[]): Promise<void> {
  if (args.length > 0) throw new SetupError(['usage: node dist/src/main.js migrate']);
  const { databaseUrl } = parseStorageEnvironment(environmentVariables());
  const database = openDatabase(databaseUrl, { exclusive: true });
  try {
    await database.reach();
    const { applied, copy } = await bringUpToDate(database);
    if (copy !== undefined) print(`copied the database as it was to ${copy}`);
    const what = applied.length > 0 ? `; new: ${applied.join(', ')}` : ' already';
    print(`${describeDatabase(databaseUrl)} is up to date${what}`);
  } finally {
    await database.close();
  }
}
