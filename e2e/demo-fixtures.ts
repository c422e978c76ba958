import { launchWallet } from './browser.ts';
import { type RunningWorld, startWorld } from './demo.ts';
import { test as base, expect, watchFaults } from './fixtures.ts';
import { recordTraffic, type Traffic } from './traffic.ts';

type Worker = { readonly world: RunningWorld };
type Fixtures = {
  /** Everything that the test's browser has said to the sites. */
  readonly traffic: Traffic;
};

/** A test with the demo running behind it, and a wallet whose every byte to the sites is noted. */
export const test = base.extend<Fixtures, Worker>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use, { parallelIndex }) => {
      const world = await startWorld(parallelIndex);
      await use(world);
      await world.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  traffic: async ({ world }, use) => {
    const traffic = await recordTraffic(world.demo.ports.sites);
    await use(traffic);
    await traffic.close();
  },
  wallet: async ({ world, traffic }, use) => {
    const wallet = await launchWallet({ extension: world.extension, proxy: traffic.proxy });
    const faults = watchFaults(wallet);
    await use(wallet);
    await wallet.close();
    expect(faults).toEqual([]);
  },
});

export { expect };
