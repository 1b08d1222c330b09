import type { Request } from 'express';
import type { z } from 'zod';
import { Refusal } from '../refusal.ts';

/** What a route answers: `data` goes into the usual envelope, `top` is the whole body, `bytes` a download. */
export type Reply =
  | { readonly kind: 'data'; readonly data: object }
  | { readonly kind: 'top'; readonly body: object }
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly name: string };

export function data(value: object = {}): Reply {
  return { kind: 'data', data: value };
}

/** The request's JSON body in the expected shape, else 230001 with the first complaint. */
export function readBody<T>(schema: z.ZodType<T>, request: Request): T {
  const result = schema.safeParse(request.body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw invalidParameter(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

export function invalidParameter(what: string): Refusal {
  return new Refusal(230001, `Your request contains an invalid request parameter, ext=${what}`);
}

const ID_PATTERNS = { om: /^om_[\w-]+$/, oc: /^oc_[\w-]+$/, ou: /^ou_[\w-]+$/ } as const;

/** A path parameter that has to look like an id of the given kind. */
export function idParam(request: Request, name: string, kind: keyof typeof ID_PATTERNS): string {
  const value = textParam(request, name);
  if (!ID_PATTERNS[kind].test(value)) throw invalidParameter(`invalid ${name}`);
  return value;
}

export function textParam(request: Request, name: string): string {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
}

export function query(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A repeated query parameter, given once or many times. */
export function queryList(request: Request, name: string): string[] {
  const value = request.query[name];
  return [value].flat().filter((item): item is string => typeof item === 'string' && item !== '');
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly has_more: boolean;
  readonly page_token: string;
}

/** One page; the token is opaque to callers and has to be handed back as it was. */
export function pageOf<T>(
  all: readonly T[],
  request: Request,
  sizes: { default: number; max: number },
): Page<T> {
  const size = Number(query(request, 'page_size') ?? sizes.default);
  if (!Number.isInteger(size) || size < 1 || size > sizes.max) throw invalidParameter('page_size');
  const token = query(request, 'page_token');
  const start = token === undefined ? 0 : decodePageToken(token);
  const end = start + size;
  const more = end < all.length;
  return { items: all.slice(start, end), has_more: more, page_token: more ? encodePageToken(end) : '' };
}

function encodePageToken(start: number): string {
  return Buffer.from(`page:${start}`).toString('base64url');
}

function decodePageToken(token: string): number {
  const found = /^page:(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (!found) throw invalidParameter('page_token');
  return Number(found[1]);
}
