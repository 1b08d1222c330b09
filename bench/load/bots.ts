import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { awaitIdentity, startBotProcess } from './bot-process.ts';
import type { Contender, Running } from './contender.ts';
import { type FleetPlan, startFleet } from './fleet.ts';
import { openFolder } from './home.ts';
import { larkRequests, TALK } from './lark-requests.ts';
import { setUpGroups, writeSubmissions } from './work-groups.ts';

/** In which the submissions are spread. */
const GROUPS = 40;

/** The bot as it is served, working off what it stores: every message is a submission. */
export function workingOff(of: string, plan: FleetPlan): Contender {
  return {
    of,
    async start(): Promise<Running> {
      const sandbox = await startSandbox({ limits: 'none' });
      const fleet = await startFleet(sandbox, plan);
      const seats = await setUpGroups(sandbox, GROUPS);
      const setUp = seats.length * 2;
      return {
        ...fleet,
        requests: (count) => writeSubmissions(sandbox, seats, count).map(({ request }) => request),
        stored: async () => (await fleet.countEvents()) - setUp,
        async cleanUp() {
          await sandbox.stop();
          await fleet.remove();
        },
      };
    },
  };
}

/**
 * The bot as it is served, hearing talk that is not for it, which leaves no trace. From its second start on it knows what
 * it asks the platform only once.
 */
export function talkedTo(of: string, { isFirstStart }: { isFirstStart: boolean }): Contender {
  return {
    of,
    async start(): Promise<Running> {
      const sandbox = await startSandbox();
      const home = await openFolder();
      if (!isFirstStart) {
        const before = await startBotProcess(sandbox, home);
        await awaitIdentity(before);
        await before.kill();
      }
      const { port, pid, readyMs, kill } = await startBotProcess(sandbox, home);
      return {
        ports: [port],
        pids: [pid],
        readyMs,
        kill,
        requests: (count) => larkRequests(count, sandbox.app, TALK),
        stored: home.countEvents,
        async cleanUp() {
          await sandbox.stop();
          await home.remove();
        },
      };
    },
  };
}
