import { once } from 'node:events';

/** What one run cost, as the child tells its parent. */
export interface Cost {
  readonly milliseconds: number;
  readonly peakMb: number;
  readonly bytes: number;
}

/** Runs the work once, tells the parent process what it cost, and ends. */
export async function reportCost(work: () => Promise<Uint8Array>): Promise<void> {
  const start = performance.now();
  const { length: bytes } = await work();
  const milliseconds = performance.now() - start;
  const cost: Cost = { milliseconds, bytes, peakMb: process.resourceUsage().maxRSS / 1024 };
  process.send?.(cost);
  await once(process, 'disconnect');
}
