import type { FaultRule } from '../../sandbox/api/fault-rules.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** How often the platform fails a call: 5 % in all. Hanging ones are few, since each takes the bot's whole patience. */
const API_FAULTS: readonly Pick<FaultRule, 'kind' | 'probability'>[] = [
  { kind: 'rate-limit', probability: 0.014 },
  { kind: 'server-error', probability: 0.014 },
  { kind: 'accept-then-drop', probability: 0.012 },
  { kind: 'garbage', probability: 0.008 },
  { kind: { status: 503, code: 1000004, msg: 'service unavailable' }, probability: 0.001 },
  { kind: 'hang', probability: 0.001 },
];
/** How often a push comes twice under two event ids, or lags behind later ones. */
const PUSH_FAULTS = { duplicate: 0.03, reorder: 0.03 };

/** Lets the platform misbehave from now on. Returns the function that ends it. */
export function disturbPlatform(sandbox: Sandbox): () => void {
  for (const fault of API_FAULTS) sandbox.faults.add({ path: /^\/open-apis\//, ...fault });
  Object.assign(sandbox.pushFaults, PUSH_FAULTS);
  return () => {
    sandbox.faults.clear();
    Object.assign(sandbox.pushFaults, { duplicate: 0, reorder: 0 });
  };
}
