import { Agent, EnvHttpProxyAgent, request } from 'undici';
import { classifyFailure } from './classify-error.ts';
import { isLoopback } from './create-client.ts';

/**
 * The platform's clock, in milliseconds since the epoch and exact to the second: the `Date` of its answer to a call
 * without a token, which needs no right. Undefined when the answer has none. Throws RemoteError when no answer comes.
 */
export async function readPlatformTime(apiUrl: string, timeoutMs: number): Promise<number | undefined> {
  const limits = { connectTimeout: timeoutMs, headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
  const dispatcher = isLoopback(apiUrl) ? new Agent(limits) : new EnvHttpProxyAgent(limits);
  try {
    const { headers, body } = await request(`${apiUrl}/open-apis/bot/v3/info`, { dispatcher });
    await body.dump();
    const time = Date.parse(String(headers.date));
    return Number.isNaN(time) ? undefined : time;
  } catch (cause) {
    throw classifyFailure(cause);
  } finally {
    await dispatcher.close();
  }
}
