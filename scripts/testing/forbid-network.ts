import { vi } from 'vitest';

// A unit test that reaches the network passes on one machine and fails on the next: hand the code a port instead.
vi.stubGlobal('fetch', (input: unknown) => {
  throw new Error(`A unit test asked the network for ${input instanceof Request ? input.url : String(input)}.`);
});
