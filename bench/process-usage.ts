import { readFileSync } from 'node:fs';

/** Of running processes together: CPU time so far (all threads, user and system) in ms, memory in MB. */
export interface Usage {
  readonly cpuMs: number;
  readonly rssMb: number;
  /** The most each has held so far, added up. */
  readonly peakMb: number;
}

/** The kernel counts CPU time for users in hundredths of a second, on every architecture. */
const TICK_MS = 10;

/** From outside, so that the program under test needs nothing for it. Linux only: NaN elsewhere. */
export function usageOf(pids: readonly number[]): Usage {
  const all = pids.map(usageOfOne);
  const sum = (what: keyof Usage) => all.reduce((total, one) => total + one[what], 0);
  return { cpuMs: sum('cpuMs'), rssMb: sum('rssMb'), peakMb: sum('peakMb') };
}

function usageOfOne(pid: number): Usage {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
    return {
      cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
      rssMb: megabytes('VmRSS'),
      peakMb: megabytes('VmHWM'),
    };
  } catch {
    return { cpuMs: Number.NaN, rssMb: Number.NaN, peakMb: Number.NaN };
  }
}
