import Database from 'libsql';
import type { WorkCalendar } from '../../src/domain/calendar/work-calendar.ts';
import { classifySubmission } from '../../src/domain/period/submission-period.ts';
import { toStamp } from '../../src/kernel/clock.ts';
import type { Act, GroupPlan } from '../plan/act.ts';
import { instantOf } from './still-clock.ts';

export type Answer = Extract<Act, { kind: 'item' | 'withdraw' | 'nil' }>;

/**
 * Writes what departments send straight into the tables, hundreds in one commit: by commands a simulated year would
 * take an hour. Week and lateness are the program's own judgement. A repeated answer changes nothing.
 */
export interface AnswerWriter {
  write(answers: readonly GivenAnswer[]): void;
  close(): void;
}

export interface GivenAnswer {
  readonly plan: GroupPlan;
  readonly calendar: WorkCalendar;
  readonly act: Answer;
}

export function createAnswerWriter(file: string): AnswerWriter {
  const db = new Database(file);
  db.pragma('busy_timeout = 5000');
  const item =
    db.prepare(`insert into items (id, group_id, serial, number, department_id, month_serial, submitted_month,
    submitted_at, week, month, late, section, title, body, state, approvals, author_id, source_message_id, revision)
    values (@id, @group, (select coalesce(max(serial), 0) + 1 from items where group_id = @group), @id, @department, 0, '', @at, @week, '', @late, '', '', '', 'submitted', 0, '', @id, 1)
    on conflict do nothing`);
  const withdraw = db.prepare(`update items set state = 'withdrawn' where id = ?`);
  const nil = db.prepare(`insert into nils (group_id, department_id, week, reason, person_id, at, late)
    values (@group, @department, @week, '', '', @at, @late) on conflict do nothing`);

  function write({ plan, calendar, act }: GivenAnswer): void {
    if (act.kind === 'withdraw') {
      withdraw.run(act.item);
      return;
    }
    const sentAt = instantOf(act.at);
    const { dueTime, graceMinutes } = plan.times;
    const period = classifySubmission({ sentAt, calendar, dueTime, graceMinutes });
    const row = { group: plan.id, department: act.department, at: toStamp(sentAt) };
    if (act.kind === 'nil') {
      nil.run({ ...row, week: period.week, late: period.late ? 1 : 0 });
      return;
    }
    const late = period.late || act.lateFor !== undefined;
    item.run({ ...row, id: act.item, week: act.lateFor ?? period.week, late: late ? 1 : 0 });
  }

  const writeAll = db.transaction((answers: readonly GivenAnswer[]) => {
    for (const answer of answers) write(answer);
  });
  return {
    write: (answers) => writeAll.immediate(answers),
    close: () => db.close(),
  };
}
