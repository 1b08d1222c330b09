import { type Department, type ReporterKind, reportersOn } from '../../domain/department/department.ts';
import type { CommandContext } from '../context.ts';

/** Makes a person the main correspondent, in the place of whoever was that, or a deputy; from today. */
export async function appointReporter(
  ctx: CommandContext,
  department: Department,
  { personId, kind }: { personId: string; kind: ReporterKind },
): Promise<void> {
  const { departments } = ctx.repos;
  const today = ctx.today.toString();
  await departments.endReporter(department.id, personId, today);
  if (kind === 'main') {
    for (const reporter of reportersOn(department, today)) {
      if (reporter.kind === 'main') await departments.endReporter(department.id, reporter.personId, today);
    }
  }
  await departments.addReporter(department.id, { personId, kind, from: today });
}
