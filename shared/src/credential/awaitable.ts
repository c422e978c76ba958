/** What a port answers with: at once, or later. */
export type Awaitable<T> = T | Promise<T>;

/**
 * Goes on with a port's answer, at once where it is there at once. An `await` would put the rest of the work back into the
 * queue each time, and one presentation asks a port a dozen times.
 */
export function after<T, R>(answer: Awaitable<T>, next: (answer: T) => Awaitable<R>): Awaitable<R> {
  return answer instanceof Promise ? answer.then(next) : next(answer);
}
