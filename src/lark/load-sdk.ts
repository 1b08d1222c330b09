import { createRequire } from 'node:module';
import type * as Lark from '@larksuiteoapi/node-sdk';

/** The platform's SDK. Required, since an import of it costs twice as much: 28 MB and 150 ms, the first time. */
export function loadSdk(): typeof Lark {
  return createRequire(import.meta.url)('@larksuiteoapi/node-sdk');
}
