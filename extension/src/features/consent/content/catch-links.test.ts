// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { catchLinks } from './catch-links.ts';

it('A3: leaves a click that no person made to the browser', () => {
  const followed: string[] = [];
  catchLinks(async (link) => void followed.push(link.href));
  document.body.innerHTML = '<a href="openid4vp://?client_id=x">in</a>';
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  document.querySelector('a')?.dispatchEvent(event);
  expect([followed, event.defaultPrevented]).toEqual([[], false]);
});
