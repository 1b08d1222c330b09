import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { readBody } from './read-body.ts';
import { replyJson } from './reply.ts';

const MAX_BODY_BYTES = 1024;
const body = z.object({ now: z.iso.datetime({ offset: true }) });

/**
 * Moves the test clock to `{"now": "<ISO time with offset>"}` and answers when what became due is stored. 400 for
 * anything else, going back in time included.
 */
export function moveClock(moveTo: (nowIso: string) => Promise<void>) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const raw = await readBody(request, MAX_BODY_BYTES);
    const { data } = body.safeParse(Buffer.isBuffer(raw) ? parse(raw) : undefined);
    if (!data) return replyJson(response, 400, { error: 'expected {"now": "<ISO time with offset>"}' });
    try {
      await moveTo(data.now);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return replyJson(response, 400, { error: error.message });
    }
    replyJson(response, 200, {});
  };
}

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}
