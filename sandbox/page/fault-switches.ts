import type { FaultKind, Faults } from '../api/fault-rules.ts';
import type { PushFaults } from '../push/pusher.ts';
import type { FaultSwitch } from './view.ts';

/** Calls that send or redraw messages; reading and tokens go on working. */
const SENDING = /^\/open-apis\/im\/v1\/(messages|files|images)/;

export interface FaultSwitches {
  on(): readonly FaultSwitch[];
  turn(fault: FaultSwitch, on: boolean): void;
}

/** Switches for a visitor's hand. They leave alone what a test has planned. */
export function createFaultSwitches(faults: Pick<Faults, 'add'>, push: PushFaults): FaultSwitches {
  const off = new Map<FaultSwitch, () => void>();
  return {
    on: () => [...off.keys()],
    turn(fault, on) {
      off.get(fault)?.();
      off.delete(fault);
      if (on) off.set(fault, start(fault, faults, push));
    },
  };
}

function start(fault: FaultSwitch, faults: Pick<Faults, 'add'>, push: PushFaults): () => void {
  if (fault !== 'duplicate' && fault !== 'reorder') {
    const kind: FaultKind = fault;
    return faults.add({ path: SENDING, kind });
  }
  push[fault] = 1;
  return () => {
    push[fault] = 0;
  };
}
