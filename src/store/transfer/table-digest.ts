import { createHash } from 'node:crypto';
import type { Row } from './table-access.ts';

/** As many values as a SHA-256 has. */
const MODULUS = 1n << 256n;

/** A fingerprint of a table's rows, the same in whichever database and order they are read. */
export class TableDigest {
  #sum = 0n;
  #rows = 0;

  add(rows: readonly Row[]): void {
    for (const row of rows) {
      this.#sum = (this.#sum + BigInt(`0x${hashOf(row)}`)) % MODULUS;
      this.#rows += 1;
    }
  }

  get rows(): number {
    return this.#rows;
  }

  /** 64 hex digits. */
  get hex(): string {
    return this.#sum.toString(16).padStart(64, '0');
  }
}

/** Of the row's columns by name, with their values as JSON writes them. */
function hashOf(row: Row): string {
  const columns = Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex');
}
