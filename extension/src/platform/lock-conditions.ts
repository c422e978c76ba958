import { browser } from 'wxt/browser';
import { lockAlarm } from './session-key.ts';

/**
 * Calls `lock` when the system locks or the last window closes, and `checkExpiry` when the vault's time is over. Sets up
 * its listeners in the worker's first turn.
 */
export function watchLockConditions(lock: () => Promise<void>, checkExpiry: () => Promise<unknown>): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state === 'locked') void lock();
  });
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === lockAlarm) void checkExpiry();
  });
  browser.windows.onRemoved.addListener(async () => {
    const windows = await browser.windows.getAll();
    if (windows.length === 0) await lock();
  });
}
