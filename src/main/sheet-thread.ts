import { parentPort, workerData } from 'node:worker_threads';
import { writeTables } from '../files/sheet/write-tables.ts';

// The far side of `sheets.write`: one spreadsheet, then the thread ends. An error ends it too, and is passed on.
parentPort?.postMessage(await writeTables(workerData));
