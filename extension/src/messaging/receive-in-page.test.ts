import { AppError } from '@daricheh/shared/errors';
import { describe, expect, it, vi } from 'vitest';
import { createPageReceiver } from './receive-in-page.ts';

const undone = { restored: 3, left: [4], gone: 0 };
const undo = vi.fn(() => undone);
const receiver = createPageReceiver(
  {
    'fill/undo': undo,
    'sign/find': () => {
      throw new AppError('page_gone');
    },
  },
  'abcdef',
);
const background = { id: 'abcdef', url: 'chrome-extension://abcdef/background.js' };

describe('our script in a page', () => {
  it('answers the background', async () => {
    await expect(receiver({ daricheh: 'fill/undo', request: {} }, background)).resolves.toEqual({ ok: true, value: undone });
  });

  it('gives what a handler throws as a code', async () => {
    await expect(receiver({ daricheh: 'sign/find', request: {} }, background)).resolves.toEqual({
      ok: false,
      error: { code: 'page_gone', facts: {} },
    });
  });

  it.each(['fill/nothing', 'constructor', '__proto__'])('leaves %s, for which it has no handler, to its fellows', (name) => {
    expect(receiver({ daricheh: name, request: {} }, background)).toBeUndefined();
  });

  it.each([
    ['another extension', { id: 'other' }],
    ['a page in a tab', { ...background, tab: { id: 7 } }],
    ['nobody', undefined],
  ])('A25: does not hear %s', (_who, sender) => {
    undo.mockClear();
    expect(receiver({ daricheh: 'fill/undo', request: {} }, sender)).toBeUndefined();
    expect(undo).not.toHaveBeenCalled();
  });

  it.each([undefined, 'text', { type: 'x' }, { daricheh: 7, request: {} }])('leaves %j to others', (message) => {
    expect(receiver(message, background)).toBeUndefined();
  });
});
