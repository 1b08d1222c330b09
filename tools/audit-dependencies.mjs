// Asks the registry for known weaknesses of production dependencies. Exits 1 for one that is high or critical, and 0 when
// the registry can't say: a mirror without that service must not fail a build. With --strict, as each night, that is 1, too.
import { spawnSync } from 'node:child_process';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
const answer = read(stdout);
const counts = answer?.metadata?.vulnerabilities;

if (counts === undefined) {
  process.stdout.write('not audited: the registry did not answer\n');
  process.exitCode = process.argv.includes('--strict') ? 1 : 0;
} else {
  const names = Object.values(answer.vulnerabilities ?? {})
    .filter(({ severity }) => severity === 'high' || severity === 'critical')
    .map(({ name, severity }) => `${name}: ${severity}`);
  process.stdout.write(`${JSON.stringify(counts)}\n${names.map((line) => `${line}\n`).join('')}`);
  process.exitCode = names.length > 0 ? 1 : 0;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
