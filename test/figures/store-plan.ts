import type { Repos } from '../../src/store/create-store.ts';
import { OUTLETS, type Plan, type PlannedDepartment, type PlannedItem } from './plan-month.ts';

const AT = '2026-11-16T01:00:00.000Z';
const BY = { by: 'ou_lead', at: AT };

/** Stores what a plan says, through the same doors as the commands. */
export async function storePlan(repos: Repos, plan: Plan): Promise<void> {
  await storeDepartments(repos, plan);
  for (const item of plan.items) await storeItem(repos, plan, item);
  for (const [index, { itemId, outlet, date, cancelled }] of plan.adoptions.entries()) {
    const id = `${plan.group} a${index}`;
    const registered = { registeredBy: BY.by, registeredAt: AT, place: '' };
    await repos.adoptions.insert({ id, groupId: plan.group, itemId, outlet, date, ...registered });
    if (cancelled) await repos.adoptions.cancel(id, BY);
  }
  const [known = ''] = OUTLETS;
  const outlet = {
    name: known,
    level: 'county',
    aliases: [],
    address: '',
    format: '',
    deadline: '',
  } as const;
  await repos.outlets.put(plan.group, outlet, AT);
}

async function storeDepartments(repos: Repos, plan: Plan): Promise<void> {
  for (const department of plan.departments) {
    const { id, names, openedOn, closedOn, mergedInto, voluntary } = department;
    const [first = { name: '', from: '' }, ...later] = names;
    await repos.departments.add({ id, groupId: plan.group, name: first.name, openedOn });
    for (const { name, from } of later) await repos.departments.rename(id, name, from);
    if (closedOn !== undefined) await repos.departments.close(id, closedOn, mergedInto);
    if (voluntary) await repos.departments.setQuota(id, 0, openedOn);
    await storeNotes(repos, plan, department);
  }
}

async function storeNotes(
  repos: Repos,
  { group, month }: Plan,
  { id, weeks, yearAgo }: PlannedDepartment,
): Promise<void> {
  for (const { week, answer, alsoNil } of weeks) {
    const note = { departmentId: id, week, personId: BY.by, at: AT, reason: '外出培训' };
    if (answer === 'nil' || (answer === 'submitted' && alsoNil)) {
      await repos.nils.put(group, { ...note, late: false }, `om_${id} ${week}`);
    }
    if (answer === 'excused') await repos.excuses.put(group, note);
  }
  if (yearAgo === undefined) return;
  const before = `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
  await repos.knownMonths.put(group, [{ departmentId: id, month: before, submitted: yearAgo }], BY);
}

async function storeItem(repos: Repos, { group, month }: Plan, item: PlannedItem): Promise<void> {
  const { id, departmentId, week, late, title, body, day, state, secrecy, leftOut, coOwners } = item;
  const stored = await repos.items.insert(
    id,
    {
      groupId: group,
      departmentId,
      submittedAt: AT,
      week,
      month: item.month,
      late,
      eventDate: day,
      section: '业务工作',
      title,
      body,
      state,
      approvals: 1,
      authorId: BY.by,
      sourceMessageId: `om_${id}`,
    },
    { month, number: (serial) => `${month.replace('-', '')}-${departmentId.slice(-2)}-${serial}` },
  );
  await repos.items.change(stored, { secrecy, leftOut }, { actorId: BY.by, at: AT, action: 'secrecy' });
  for (const owner of coOwners) {
    await repos.jointItems.share({ itemId: id, departmentId: owner, week, late: false });
  }
}
