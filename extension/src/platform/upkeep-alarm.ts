import { browser } from 'wxt/browser';

const name = 'upkeep';
const soonName = 'upkeep-soon';
const everyMinutes = 30;

/**
 * Calls `run` every half hour. Sets up its listener in the worker's first turn. The alarm outlives the worker, and the
 * vault may be locked when it comes: that is for `run` to see.
 */
export function watchUpkeep(run: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name || alarm.name === soonName) void run();
  });
  void startAlarm();
}

/** To make an alarm anew would put it off, and a worker may start many times in half an hour. */
async function startAlarm(): Promise<void> {
  if (!(await browser.alarms.get(name))) await browser.alarms.create(name, { periodInMinutes: everyMinutes });
}

/** Has it run once within ten minutes, at a moment drawn at random: the vault was opened, perhaps to show something at once. */
export async function hastenUpkeep(random: () => number): Promise<void> {
  await browser.alarms.create(soonName, { delayInMinutes: 1 + 9 * random() });
}
