import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { RemoteError } from '../../kernel/errors.ts';

/** In an answer of ours; no code of the platform's is negative. */
const GIVE_UP = -1;

/**
 * The way to the platform's endpoint for the SDK's socket client. That client repeats by itself what it takes for a
 * fault of the network, but only every two minutes, and takes other refusals for final. Here every failure is told to
 * `onFailure` and made final, so that all of them are repeated in one place, at one pace.
 */
export function askEndpoint(http: HttpInstance, onFailure: (error: RemoteError) => void): HttpInstance {
  return {
    ...http,
    async request<T, R = T>(call: HttpRequestOptions<unknown>): Promise<R> {
      try {
        return await http.request<T, R>(call);
      } catch (error) {
        if (!(error instanceof RemoteError)) throw error;
        onFailure(error);
        return { code: GIVE_UP, msg: error.code, data: {} } as R;
      }
    },
  };
}
