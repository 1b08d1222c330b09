import type { Suggestion } from './view.ts';

/** The page that the sandbox serves at its own address: a group chat in which visitors play the people. */
export interface Page {
  /**
   * What goes by the sandbox's clock, a bot for instance: asked to follow after each step that a visitor's move of the
   * clock takes, and waited for.
   */
  follow(step: () => Promise<void>): void;
  /** Things for a visitor to try, in this order. */
  suggest(suggestions: readonly Suggestion[]): void;
  /** Plays something before the visitors' eyes. They wait meanwhile, and afterwards all of it counts as read. */
  play<T>(work: (tell: (share: number) => void) => Promise<T>): Promise<T>;
}
