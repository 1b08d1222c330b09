/** What the platform tells a client about its manners. Seconds, but for the count. */
export interface ClientConfig {
  readonly pingInterval: number;
  /** Tries before a client gives up; -1: never. */
  readonly reconnectCount: number;
  readonly reconnectInterval: number;
  /** A lost connection is dialled again after a random wait of up to so long. */
  readonly reconnectNonce: number;
}

/** As the platform sets it. */
export const PLATFORM_CLIENT_CONFIG: ClientConfig = {
  pingInterval: 120,
  reconnectCount: -1,
  reconnectInterval: 120,
  reconnectNonce: 30,
};

/** Under the names it has on the wire. */
export function wireConfig(config: ClientConfig): object {
  return {
    PingInterval: config.pingInterval,
    ReconnectCount: config.reconnectCount,
    ReconnectInterval: config.reconnectInterval,
    ReconnectNonce: config.reconnectNonce,
  };
}
