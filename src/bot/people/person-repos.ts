import type { Repos } from '../../store/create-store.ts';

/** What is needed to show, or to give up, what is kept about a person: in the chat and on the command line alike. */
export type PersonRepos = Pick<Repos, 'people' | 'departments' | 'items' | 'personalData' | 'records'>;
