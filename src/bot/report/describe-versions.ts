import { dateOf, fromStamp, timeOf } from '../../kernel/clock.ts';
import type { ListedVersion } from '../../store/repos/reports.ts';
import type { CommandContext } from '../context.ts';
import { nameTemplate } from './find-template.ts';

interface Deed {
  /** `2026-11-02 10:00` in the product's zone. */
  readonly at: string;
  readonly by: string;
}

/** A version of a month's report as a list shows it. */
export interface DescribedVersion {
  readonly reportId: string;
  readonly month: string;
  readonly version: number;
  /** By name. */
  readonly template: string;
  /** `amended`: a final version that corrects the one before. */
  readonly mark: 'draft' | 'final' | 'amended';
  /** When and by whom it was compiled; everything stored by then is in. */
  readonly made: Deed;
  readonly frozen?: Deed;
}

/** All versions of the reports of some months (`YYYY-MM`), the newest first, with people by name. */
export async function describeVersions(
  ctx: CommandContext,
  months: readonly string[],
): Promise<readonly DescribedVersion[]> {
  const versions = await ctx.repos.reports.list(ctx.group.id, months);
  const people = versions.flatMap(({ madeBy, frozen }) => [madeBy, ...(frozen ? [frozen.by] : [])]);
  const names = await ctx.repos.people.names([...new Set(people)]);
  const deed = (at: string, by: string): Deed => {
    const when = fromStamp(at);
    return { at: `${dateOf(when).toString()} ${timeOf(when)}`, by: names.get(by) ?? by };
  };
  return versions.map(({ id, month, version, template, madeAt, madeBy, frozen }) => ({
    reportId: id,
    month,
    version,
    template: nameTemplate(ctx, template),
    mark: frozen === undefined ? 'draft' : isAmendment(versions, { month, version }) ? 'amended' : 'final',
    made: deed(madeAt, madeBy),
    ...(frozen && { frozen: deed(frozen.at, frozen.by) }),
  }));
}

function isAmendment(
  versions: readonly ListedVersion[],
  { month, version }: Pick<ListedVersion, 'month' | 'version'>,
): boolean {
  return versions.some(
    (other) => other.month === month && other.version === version - 1 && other.frozen !== undefined,
  );
}
