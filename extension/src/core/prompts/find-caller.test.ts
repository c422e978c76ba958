import { describe, expect, it } from 'vitest';
import { findCaller, type TabFrame } from './find-caller.ts';

const frame = (frameId: number, parentFrameId: number, url: string): TabFrame => ({
  frameId,
  parentFrameId,
  url,
  documentId: `d${frameId}`,
});
const top = frame(0, -1, 'https://tax.example/start');
const page = { documentId: 'd0', origin: 'https://tax.example' };

describe('findCaller', () => {
  it.each([
    ['the page itself', [top], { frameId: 0, parentFrameId: -1 }],
    ['a frame that has just been put in', [top], { frameId: 3, parentFrameId: 0 }],
    ['an empty frame', [top, frame(3, 0, 'about:blank')], { frameId: 3, parentFrameId: 0 }],
    ['a frame of the same site', [top, frame(3, 0, 'https://tax.example/inner')], { frameId: 3, parentFrameId: 0 }],
    ['an empty frame in one of the same site', [top, frame(3, 0, 'https://tax.example/inner')], { frameId: 4, parentFrameId: 3 }],
  ])('%s counts for the tab’s page', (_what, frames, moved) => {
    expect(findCaller(frames, moved)).toEqual(page);
  });

  it.each([
    ['another site’s frame', [top, frame(3, 0, 'https://ads.example/')], { frameId: 3, parentFrameId: 0 }],
    ['another port', [top, frame(3, 0, 'https://tax.example:8443/')], { frameId: 3, parentFrameId: 0 }],
    ['an empty frame in another site’s', [top, frame(3, 0, 'https://ads.example/')], { frameId: 4, parentFrameId: 3 }],
    ['A12: text in place of a document', [top, frame(3, 0, 'about:srcdoc')], { frameId: 3, parentFrameId: 0 }],
    ['A12: a data address', [top, frame(3, 0, 'data:text/html,x')], { frameId: 3, parentFrameId: 0 }],
    ['A12: a blob', [top, frame(3, 0, 'blob:https://tax.example/1')], { frameId: 3, parentFrameId: 0 }],
    ['A13: a file', [frame(0, -1, 'file:///a.html')], { frameId: 0, parentFrameId: -1 }],
    ['an empty tab', [frame(0, -1, 'about:blank')], { frameId: 0, parentFrameId: -1 }],
    ['a tab that shows nothing', [], { frameId: 0, parentFrameId: -1 }],
    ['a frame that nobody knows', [top], { frameId: 9, parentFrameId: 8 }],
  ])('%s is nobody', (_what, frames, moved) => {
    expect(findCaller(frames, moved)).toBeUndefined();
  });
});
