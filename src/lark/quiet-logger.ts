import type * as Lark from '@larksuiteoapi/node-sdk';
import { RemoteError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';

/**
 * The SDK hands whole requests to its logger, people's text in them, and the long connection's address with its ticket.
 * So its words are not repeated; what failed is known from the error thrown.
 */
export function quietLogger(logger: Logger): Lark.Logger {
  const say = (severity: string) => (parts: unknown) => {
    const first: unknown = [parts].flat(Number.POSITIVE_INFINITY)[0];
    logger.debug({ severity, what: first instanceof RemoteError ? first.code : typeof first }, 'sdk message');
  };
  return {
    error: say('error'),
    warn: say('warn'),
    info: say('info'),
    debug: say('debug'),
    trace: say('trace'),
  };
}
