import { inTemporaryFolder } from '../simulate/in-temporary-folder.ts';
import { type Faults, type Judgement, judge } from './audit/judge.ts';
import { type Played, play } from './play.ts';
import type { Soak } from './soak.ts';
import { openStage } from './stage.ts';

/** The figures of a soak; those of `Faults` are to be 0. */
export interface Outcome
  extends Faults,
    Pick<Judgement, 'acknowledged' | 'stored' | 'reminders'>,
    Readonly<Played['harm']> {
  readonly events: number;
  /** Pushes that ended without a 200: the platform pushed again. */
  readonly failedPushes: number;
  readonly backups: number;
  readonly seconds: number;
  readonly eventsPerSecond: number;
}

/** Plays, waits until all is quiet, and compares what was acknowledged with what is stored and was said. */
export function runSoak(
  soak: Soak,
  progress: (line: string) => void,
): Promise<{ readonly outcome: Outcome; readonly judgement: Judgement }> {
  return inTemporaryFolder(async (folder) => {
    const stage = await openStage(soak, folder);
    try {
      const { harm, findings, seconds } = await Promise.race([
        play(soak, stage, progress),
        stage.fleet.hopeless,
      ]);
      const judgement = judge(stage.ledger, await stage.reader.read(), findings);
      const { faults, acknowledged, stored, reminders } = judgement;
      const outcome: Outcome = {
        ...{ acknowledged, stored, reminders },
        ...faults,
        ...{ events: soak.events, failedPushes: stage.ledger.failedPushes, ...harm },
        backups: findings.backups.count,
        seconds: Math.round(seconds),
        eventsPerSecond: Math.round(soak.events / seconds),
      };
      return { outcome, judgement };
    } finally {
      await stage.close();
    }
  });
}
