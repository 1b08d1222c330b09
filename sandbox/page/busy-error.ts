/** While something is played, visitors look on: whatever they do is refused. */
export class BusyError extends Error {
  constructor() {
    super('something is being played; wait for its end');
    this.name = 'BusyError';
  }
}
