import { once } from 'node:events';

/** What one run cost, as the child tells its parent. */
export interface Cost {
  readonly milliseconds: number;
  /** Of all threads, user and system. */
  readonly cpuMs: number;
  readonly peakMb: number;
  readonly bytes: number;
}

/** Runs the work once, tells the parent process what it cost, and ends. */
export async function reportCost(work: () => Promise<Uint8Array>): Promise<void> {
  const start = performance.now();
  const before = process.cpuUsage();
  const { length: bytes } = await work();
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const cost: Cost = { milliseconds, cpuMs: (user + system) / 1000, peakMb, bytes };
  process.send?.(cost);
  await once(process, 'disconnect');
}
