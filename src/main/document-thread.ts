import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from '../files/documents/read-document.ts';

// The far side of `createDocumentReader`: one document, then the thread ends.
parentPort?.postMessage(await readDocument(workerData));
