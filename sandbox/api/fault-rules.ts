import type { RandomSource } from '../world/random-source.ts';

/**
 * What goes wrong: `rate-limit` 429 with the reset header · `chat-rate` 400 230020 · `server-error` 500 ·
 * `hang` no answer until the caller gives up · `token-expired` 400 99991663 · `garbage` 200 with HTML ·
 * `accept-then-drop` the call takes effect, then the connection is cut · or any status and code.
 */
export type FaultKind =
  | 'rate-limit'
  | 'chat-rate'
  | 'server-error'
  | 'hang'
  | 'token-expired'
  | 'garbage'
  | 'accept-then-drop'
  | { readonly status: number; readonly code: number; readonly msg: string };

export interface FaultRule {
  readonly path: RegExp;
  readonly method?: string;
  readonly kind: FaultKind;
  /** How often it strikes before it is used up; for ever when absent. */
  readonly times?: number;
  /** Chance in [0, 1] to strike at a matching call; always when absent. */
  readonly probability?: number;
}

export interface Faults {
  /** Returns the function that takes the rule away again. */
  add(rule: FaultRule): () => void;
  clear(): void;
  /** The fault for this call, if one strikes. */
  strike(method: string, path: string): FaultKind | undefined;
}

export function createFaults(random: RandomSource): Faults {
  let rules: { rule: FaultRule; left: number }[] = [];
  const strikes = ({ rule, left }: { rule: FaultRule; left: number }, method: string, path: string) =>
    left > 0 &&
    (rule.method === undefined || rule.method.toUpperCase() === method) &&
    rule.path.test(path) &&
    (rule.probability === undefined || random.dice() < rule.probability);
  return {
    add(rule) {
      const entry = { rule, left: rule.times ?? Number.POSITIVE_INFINITY };
      rules.push(entry);
      return () => {
        rules = rules.filter((other) => other !== entry);
      };
    },
    clear() {
      rules = [];
    },
    strike(method, path) {
      const hit = rules.find((entry) => strikes(entry, method, path));
      if (!hit) return undefined;
      hit.left -= 1;
      return hit.rule.kind;
    },
  };
}
