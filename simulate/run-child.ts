/** The parts that run as processes of their own. Each answers with one message, or speaks with its parent. */
const PARTS: Readonly<Record<string, (options: string) => Promise<unknown>>> = {
  shard: async (options) => (await import('./shards.ts')).playShard(JSON.parse(options)),
  replica: async (options) => (await import('./replicas.ts')).runReplica(JSON.parse(options)),
  player: async (options) => (await import('./kills.ts')).runPlayer(JSON.parse(options)),
};

export async function runChild([part = '', options = '']: readonly string[]): Promise<void> {
  const run = PARTS[part];
  if (run === undefined) throw new RangeError(`no part "${part}"; known: ${Object.keys(PARTS).join(', ')}`);
  const answer = await run(options);
  if (answer !== undefined) await new Promise((resolve) => process.send?.(answer, resolve));
  if (process.connected) process.disconnect();
}
