import { rmSync } from 'node:fs';
import type { BackupFlaw, Findings } from '../audit/evidence.ts';
import { judgeBackup } from '../audit/judge-backup.ts';
import type { Ledger } from '../audit/ledger.ts';
import { type RestoreOptions, restoreAfresh } from './restore-backup.ts';
import type { Backups, TakenBackup } from './take-backups.ts';

export interface BackupAudit {
  /** What was found so far. */
  readonly findings: Findings['backups'];
  /** Restores and judges the backups that were begun since the last audit; `since`: when the week began. */
  run(since: number): Promise<void>;
}

export function createBackupAudit(
  options: Omit<RestoreOptions, 'backup'> & { readonly backups: Backups; readonly ledger: Ledger },
): BackupAudit {
  const findings = { count: 0, failed: 0, flaws: [] as BackupFlaw[] };
  const audit = async ({ file, point }: TakenBackup, since: number) => {
    const rows = await restoreAfresh({ ...options, backup: file });
    rmSync(file);
    return rows && judgeBackup(options.ledger.spoken, { point, since, rows });
  };
  return {
    findings,
    async run(since) {
      for (const taken of await options.backups.collect()) {
        findings.count += 1;
        const flaws = taken && (await audit(taken, since));
        if (flaws === undefined) findings.failed += 1;
        else findings.flaws.push(...flaws);
      }
    },
  };
}
