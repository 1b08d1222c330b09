import protobuf from 'protobufjs';
import { z } from 'zod';

/**
 * What goes over the socket, both ways. The platform publishes no description of it; this one is as its own SDKs
 * write it (package `pbbp2`).
 */
const { root } = protobuf.parse(
  `syntax = "proto2";
  package pbbp2;
  message Header {
    required string key = 1;
    required string value = 2;
  }
  message Frame {
    required uint64 SeqID = 1;
    required uint64 LogID = 2;
    required int32 service = 3;
    required int32 method = 4;
    repeated Header headers = 5;
    optional string payload_encoding = 6;
    optional string payload_type = 7;
    optional bytes payload = 8;
    optional string LogIDNew = 9;
  }`,
  { keepCase: true },
);
// Now, since the SDK, where it runs in the same process, takes the 64-bit numbers out of the library when it is loaded.
const type = root.resolveAll().lookupType('pbbp2.Frame');

const shape = z.object({
  service: z.number(),
  method: z.number(),
  headers: z.array(z.object({ key: z.string(), value: z.string() })),
  payload: z.instanceof(Uint8Array).optional(),
});

/** What a frame is about: the line itself (pings), or an event and its answer. */
export const METHOD = { control: 0, data: 1 } as const;

export interface Frame {
  readonly method: number;
  readonly service: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: Uint8Array | undefined;
}

export function encodeFrame({ method, service, headers, payload }: Frame): Uint8Array {
  const pairs = Object.entries(headers).map(([key, value]) => ({ key, value }));
  const fields = { SeqID: 0, LogID: 0, method, service, headers: pairs };
  return type.encode({ ...fields, ...(payload === undefined ? {} : { payload }) }).finish();
}

/** Throws when the bytes are no frame, as for a field that is missing. */
export function decodeFrame(bytes: Uint8Array): Frame {
  const { headers, ...fields } = shape.parse(type.toObject(type.decode(bytes), { arrays: true }));
  return { ...fields, headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])) };
}
