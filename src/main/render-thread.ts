import { parentPort, workerData } from 'node:worker_threads';
import { renderReport } from './render-report.ts';

// The far side of `createThreadRenderer`: one report, then the thread ends. An error ends it too, and is passed on.
const bytes = await renderReport(workerData);
parentPort?.postMessage(bytes);
