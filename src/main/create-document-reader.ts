import { Worker } from 'node:worker_threads';
import type { DocumentReader, DocumentReading } from '../bot/ports.ts';
import type { Logger } from '../kernel/logger.ts';

/** Longest time for one document, and most memory. Whatever needs more is no report. */
const TIMEOUT_MS = 30_000;
const MEMORY_MB = 512;
const TOO_MUCH: DocumentReading = { ok: false, reason: 'too-large' };

/**
 * Reads documents in a thread of their own: parsing one may take seconds and hundreds of megabytes, and a file made to
 * do harm takes only the thread with it. Run from the sources (tests), there is no compiled thread to start, and it
 * reads here.
 */
export function createDocumentReader(logger: Logger): DocumentReader {
  if (import.meta.url.endsWith('.ts')) return readHere;
  return (bytes) => readInThread(bytes, logger);
}

/** The readers are heavy: the main thread of the compiled program never loads them. */
const readHere: DocumentReader = async (bytes) => {
  const { readDocument } = await import('../files/documents/read-document.ts');
  return readDocument(bytes);
};

function readInThread(bytes: Uint8Array, logger: Logger): Promise<DocumentReading> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./document-thread.js', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const timer = setTimeout(() => {
      resolve(TOO_MUCH);
      void thread.terminate();
    }, TIMEOUT_MS);
    thread.once('message', resolve);
    // Out of memory, or a fault of a library that could not be caught: the file's doing either way.
    thread.once('error', (err) => {
      logger.warn({ err }, 'a document ended the thread that read it');
      resolve(TOO_MUCH);
    });
    thread.once('exit', () => {
      clearTimeout(timer);
      resolve(TOO_MUCH);
    });
  });
}
