import type { Act } from '../plan/act.ts';

interface Post {
  readonly person: string;
  readonly post: 'main' | 'deputy';
  readonly from: string;
  to?: string;
}

interface Page {
  readonly names: { readonly name: string; readonly from: string }[];
  readonly quotas: { readonly items: number; readonly from: string }[];
  readonly openedOn: string;
  closedOn?: string;
  readonly posts: Post[];
}

type StaffAct = Extract<
  Act,
  { kind: 'join' | 'leave' | 'lead' | 'open' | 'rename' | 'close' | 'quota' | 'appoint' | 'dismiss' }
>;

/** Departments with their names, quotas and correspondents, and who is in the group. Days are `YYYY-MM-DD`. */
export class StaffBook {
  readonly #pages = new Map<string, Page>();
  readonly #here = new Set<string>();

  enter(act: StaffAct): void {
    switch (act.kind) {
      case 'join':
      case 'lead':
        this.#here.add(act.person);
        return;
      case 'leave':
        this.#here.delete(act.person);
        return;
      case 'open': {
        const names = [{ name: act.name, from: act.from }];
        this.#pages.set(act.department, { names, quotas: [], openedOn: act.from, posts: [] });
        return;
      }
      default:
        change(this.#page(act.department), act);
    }
  }

  openOn(day: string): readonly string[] {
    return [...this.#pages].flatMap(([id, { openedOn, closedOn }]) =>
      openedOn <= day && (closedOn === undefined || day < closedOn) ? [id] : [],
    );
  }

  nameOn(department: string, day: string): string {
    const { names } = this.#page(department);
    return (names.filter(({ from }) => from <= day).at(-1) ?? names[0])?.name ?? '';
  }

  quotaOn(department: string, day: string): number {
    return (
      this.#page(department)
        .quotas.filter(({ from }) => from <= day)
        .at(-1)?.items ?? 1
    );
  }

  peopleOn(department: string, day: string): { mentioned: readonly string[]; written: readonly string[] } {
    const held = this.#page(department)
      .posts.filter(({ from, to }) => from <= day && (to === undefined || day < to))
      .sort(bySeniority);
    const mains = held.filter(({ post }) => post === 'main');
    const present = (some: readonly Post[]) =>
      [...new Set(some.map(({ person }) => person))].filter((person) => this.#here.has(person)).sort();
    return { mentioned: present(mains.length > 0 ? mains : held.slice(0, 1)), written: present(held) };
  }

  #page(department: string): Page {
    const page = this.#pages.get(department);
    if (page === undefined) throw new Error(`no department ${department}`);
    return page;
  }
}

function change(
  page: Page,
  act: Extract<StaffAct, { kind: 'rename' | 'close' | 'quota' | 'appoint' | 'dismiss' }>,
): void {
  if (act.kind === 'rename') page.names.push({ name: act.name, from: act.from });
  if (act.kind === 'quota') page.quotas.push({ items: act.items, from: act.from });
  if (act.kind === 'close') page.closedOn = act.from;
  if (act.kind === 'appoint') page.posts.push({ person: act.person, post: act.post, from: act.from });
  if (act.kind === 'dismiss') {
    const held = page.posts.find(({ person, to }) => person === act.person && to === undefined);
    if (held !== undefined) held.to = act.from;
  }
}

/** Longest in post first; of those who began on one day, by id. */
function bySeniority(left: Post, right: Post): number {
  return `${left.from} ${left.person}` < `${right.from} ${right.person}` ? -1 : 1;
}
