import { environmentVariables } from '../../config/environment.ts';
import { systemClock } from '../kernel/clock.ts';
import { SetupError } from '../kernel/errors.ts';
import type { Check } from './doctor/check.ts';
import { runChecks } from './doctor/run-checks.ts';
import { print } from './print.ts';

/** `doctor [--json]`: one line for each thing the bot needs, with the remedy. Exits 1 when something fails. */
export async function doctor(args: readonly string[]): Promise<void> {
  if (args.some((arg) => arg !== '--json')) throw new SetupError(['usage: npm run doctor [-- --json]']);
  const checks = await runChecks(environmentVariables(), systemClock);
  const healthy = checks.every(({ level }) => level !== 'FAIL');
  if (args.length > 0) print(JSON.stringify({ ok: healthy, checks }));
  else print(...checks.map(lineOf), summaryOf(checks));
  if (!healthy) process.exitCode = 1;
}

function lineOf({ level, what, found, remedy }: Check): string {
  const line = `${level.padEnd(4)}  ${what}: ${found}`;
  return remedy === undefined ? line : `${line}  — ${remedy}`;
}

function summaryOf(checks: readonly Check[]): string {
  const count = (level: Check['level']) => checks.filter((check) => check.level === level).length;
  return `${count('ok')} ok, ${count('warn')} warn, ${count('FAIL')} FAIL`;
}
