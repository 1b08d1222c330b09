/** A list of listeners, told in order and at once. */
export interface Signal<T> {
  emit(value: T): void;
  /** Returns the function that ends the watch. */
  watch(listener: (value: T) => void): () => void;
}

export function createSignal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    emit(value) {
      for (const listener of [...listeners]) listener(value);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
