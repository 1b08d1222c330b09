import type { RandomSource } from '../../world/random-source.ts';

/** Admission to the socket: each opens one line. */
export interface Tickets {
  /** An address under `base` (`ws://host:port`), good for one handshake. */
  issue(base: string): string;
  /** Takes the ticket from the path that was dialled; false when it is none, or used. */
  redeem(path: string): boolean;
}

const SOCKET_PATH = '/callback/ws/socket';

export function createTickets(random: RandomSource, service: number): Tickets {
  const open = new Set<string>();
  return {
    issue(base) {
      const ticket = random.hex(32);
      open.add(ticket);
      // The SDK finds device and service only behind another parameter.
      const query = new URLSearchParams({
        ticket,
        device_id: random.hex(16),
        service_id: String(service),
      });
      return `${base}${SOCKET_PATH}?${query}`;
    },
    redeem(path) {
      const { pathname, searchParams } = new URL(path, 'ws://sandbox');
      return pathname === SOCKET_PATH && open.delete(searchParams.get('ticket') ?? '');
    },
  };
}
