/** Files that are kept under their SHA-256, wherever. */
export interface BlobSource {
  list(): AsyncIterable<string>;
  /** Throws for one that is damaged. */
  get(hash: string): Promise<Uint8Array>;
}

export interface BlobTarget {
  put(bytes: Uint8Array): Promise<string>;
  get(hash: string): Promise<Uint8Array>;
}

export interface CopiedBlobs {
  readonly copied: number;
  /** Hashes of those that could not be read and are not in the copy. */
  readonly damaged: readonly string[];
}

/** Copies one file after the other and reads each back. One that is damaged must not keep all else from being copied. */
export async function copyBlobs(source: BlobSource, target: BlobTarget): Promise<CopiedBlobs> {
  const damaged: string[] = [];
  let copied = 0;
  for await (const { hash, bytes } of readBlobs(source, damaged)) {
    await target.put(bytes);
    await target.get(hash);
    copied += 1;
  }
  return { copied, damaged };
}

/** All that can be read; the hashes of the rest are added to `damaged`. One at a time: together they may be larger than the memory. */
export async function* readBlobs(source: BlobSource, damaged: string[]) {
  for await (const hash of source.list()) {
    const bytes = await source.get(hash).catch(() => undefined);
    if (bytes === undefined) damaged.push(hash);
    else yield { hash, bytes };
  }
}
