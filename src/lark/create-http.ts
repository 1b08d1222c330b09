import type { Readable } from 'node:stream';
import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { Agent, type Dispatcher, EnvHttpProxyAgent, FormData, request as send } from 'undici';
import { z } from 'zod';
import { RemoteError } from '../kernel/errors.ts';
import { classifyFailure, classifyRefusal, isTokenTrouble } from './classify-error.ts';
import { parseJson } from './parse-json.ts';

type Call = HttpRequestOptions<unknown>;
type Answer = Dispatcher.ResponseData;

const envelope = z.object({
  code: z.number(),
  msg: z.string().default(''),
  error: z.object({ log_id: z.string().optional() }).optional(),
});

/** No answer but a download is anywhere near; a download is read as a stream, under its reader's own limit. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

const TOKEN_PATH = '/auth/v3/';

/** 30 MB are not sent in the time that an answer may take. */
const UPLOAD_PATIENCE = 6;

export interface HttpOptions {
  /** The platform runs on this machine. */
  readonly loopback: boolean;
  /**
   * Longest wait for an answer, in milliseconds; for a download, for its beginning and each of its pieces; an upload
   * gets six times as long.
   */
  readonly timeoutMs: number;
  /** Told the `Authorization` header of a call whose token was not taken. */
  readonly onTokenRefused: (authorization: string) => Promise<void>;
}

/**
 * The SDK's way out, in place of its axios: with time-outs, a third of the cost, and failures that are `RemoteError`s
 * holding neither token nor text. Any answer that is no success throws, those with HTTP 200 and a `code` included
 * (the SDK's upload calls would lose it). Parallel fetches of a token are joined into one.
 */
export function createHttp(options: HttpOptions): HttpInstance {
  const limits = { connectTimeout: options.timeoutMs, bodyTimeout: options.timeoutMs };
  // A proxy named in the environment is for the world outside, not for a local platform.
  const dispatcher = options.loopback ? new Agent(limits) : new EnvHttpProxyAgent(limits);
  const perform = async (call: Call) => {
    try {
      return await performCall(call, { dispatcher, timeoutMs: options.timeoutMs });
    } catch (error) {
      const refused = error instanceof RemoteError && isTokenTrouble(error);
      if (refused) await options.onTokenRefused(String(call.headers?.Authorization ?? ''));
      throw error;
    }
  };
  const underWay = new Map<string, Promise<unknown>>();
  const join = (url: string, call: Call) => {
    const running = underWay.get(url) ?? perform(call).finally(() => underWay.delete(url));
    underWay.set(url, running);
    return running;
  };

  // The SDK types what it gets by its own documents: the one place where an answer takes the type it asks for.
  const request = <T, R = T>(call: Call) =>
    (call.url?.includes(TOKEN_PATH) ? join(call.url, call) : perform(call)) as Promise<R>;
  return {
    request,
    post: (url, data, call) => request({ ...call, method: 'POST', url, data }),
    get: (url, call) => request({ ...call, method: 'GET', url }),
    delete: (url, call) => request({ ...call, method: 'DELETE', url }),
    head: (url, call) => request({ ...call, method: 'HEAD', url }),
    options: (url, call) => request({ ...call, method: 'OPTIONS', url }),
    put: (url, data, call) => request({ ...call, method: 'PUT', url, data }),
    patch: (url, data, call) => request({ ...call, method: 'PATCH', url, data }),
  };
}

async function performCall(call: Call, via: { dispatcher: Dispatcher; timeoutMs: number }): Promise<unknown> {
  const streamed = call.responseType === 'stream';
  const url = addressOf(call);
  const options = { ...bodyOf(call), method: methodOf(call) };
  const patience = new AbortController();
  const waitMs = via.timeoutMs * (isUpload(call) ? UPLOAD_PATIENCE : 1);
  const timer = setTimeout(() => patience.abort(new DOMException('', 'TimeoutError')), waitMs);
  try {
    const answer = await send(url, { ...options, dispatcher: via.dispatcher, signal: patience.signal });
    const data = streamed ? await openStream(answer) : await readAnswer(answer);
    return call.$return_headers ? { data, headers: answer.headers } : data;
  } catch (cause) {
    throw classifyFailure(cause);
  } finally {
    // A download that has begun runs on, each piece under `bodyTimeout`.
    clearTimeout(timer);
  }
}

function isUpload(call: Call): boolean {
  return call.headers?.['Content-Type'] === 'multipart/form-data';
}

function methodOf(call: Call): Dispatcher.HttpMethod {
  const method = (call.method ?? 'GET').toUpperCase();
  return z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']).parse(method);
}

function addressOf(call: Call): URL {
  const url = new URL(call.url ?? '');
  for (const [name, value] of Object.entries(call.params ?? {})) {
    for (const one of [value].flat())
      if (one !== undefined && one !== null) url.searchParams.append(name, one);
  }
  return url;
}

/** The generated calls hand an empty object to GET as well; some proxies refuse a GET with a body. */
function bodyOf(call: Call): { headers: Record<string, string>; body?: string | FormData } {
  const { 'Content-Type': _type, ...headers } = call.headers ?? {};
  if (typeof call.data !== 'object' || call.data === null || methodOf(call) === 'GET') return { headers };
  if (isUpload(call)) return { headers, body: formOf(call.data) };
  const json = { ...headers, 'content-type': 'application/json; charset=utf-8' };
  return { headers: json, body: JSON.stringify(call.data) };
}

/** Bytes become a file part under the call's `file_name`, without which some receivers take it for a text field. */
function formOf(data: object): FormData {
  const form = new FormData();
  const fields = Object.entries(data);
  const name = String(fields.find(([key]) => key === 'file_name')?.[1] ?? 'file');
  for (const [key, value] of fields) {
    if (value instanceof Uint8Array) form.append(key, new Blob([Uint8Array.from(value)]), name);
    else if (value !== undefined) form.append(key, String(value));
  }
  return form;
}

async function readAnswer(answer: Answer): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw refusalOf(answer, '');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const value = parseJson(text);
  const { data } = envelope.safeParse(value);
  if (answer.statusCode >= 300 || data?.code !== 0) throw refusalOf(answer, value);
  return value;
}

/** A download's refusal is an envelope in the place of the bytes, and must be read to be known. */
async function openStream(answer: Answer): Promise<Readable> {
  const isJson = String(answer.headers['content-type'] ?? '').includes('application/json');
  const isFile = answer.headers['content-disposition'] !== undefined;
  if (answer.statusCode >= 300 || (isJson && !isFile)) await readAnswer(answer);
  return answer.body;
}

function refusalOf(answer: Answer, value: unknown) {
  const { data } = envelope.safeParse(value);
  const trace = data?.error?.log_id ? ` (log ${data.error.log_id})` : '';
  const reset = answer.headers['x-ogw-ratelimit-reset'];
  return classifyRefusal({
    status: answer.statusCode,
    code: data?.code === 0 ? undefined : data?.code,
    message: `${data?.msg ?? ''}${trace}`,
    resetSeconds: typeof reset === 'string' ? reset : undefined,
  });
}
