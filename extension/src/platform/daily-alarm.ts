import { browser } from 'wxt/browser';

const minutesOfDay = 1440;

/**
 * Calls `act` once a day, the first time a minute after the browser has started or the extension was installed. Sets up
 * its listener in the worker's first turn; an alarm that stands already is left to its time.
 */
export function watchDailyAlarm(name: string, act: () => Promise<unknown>): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) void act();
  });
  void startAlarm(name);
}

async function startAlarm(name: string): Promise<void> {
  if ((await browser.alarms.get(name)) === undefined)
    await browser.alarms.create(name, { delayInMinutes: 1, periodInMinutes: minutesOfDay });
}
