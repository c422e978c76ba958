import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createJsonLog, createLineWriter, describeError } from './log.ts';

describe('the log', () => {
  it('E14: writes one line for one event, whatever is in it', () => {
    const lines: string[] = [];
    const log = createJsonLog(
      (line) => lines.push(line),
      () => new Date(0),
    );
    log({ level: 'info', event: 'a\r\n{"event":"forged"}\u001b[31m', count: 1 });
    expect(lines).toEqual([
      '{"time":"1970-01-01T00:00:00.000Z","level":"info","event":"a\\r\\n{\\"event\\":\\"forged\\"}\\u001b[31m","count":1}\n',
    ]);
  });

  it('tells where an error arose, and nothing of what it says', () => {
    const described = describeError(new TypeError('0499370899 is no\n    at 0499370899'));
    expect(described).toMatchObject({ error: 'TypeError', at: expect.stringContaining('log.test.ts') });
    expect(JSON.stringify(described)).not.toContain('0499370899');
    expect(describeError('0499370899')).toEqual({ error: 'string', at: '' });
  });
});

describe('lines on their way out', () => {
  it('are written in their order and in one piece, once the turn in which they came is over', async () => {
    const written: string[] = [];
    const { write } = createLineWriter((text) => written.push(text));
    write('one\n');
    await Promise.resolve();
    write('two\n');
    expect(written).toEqual([]);
    await nextTurn();
    expect(written).toEqual(['one\ntwo\n']);
    write('three\n');
    await nextTurn();
    expect(written).toEqual(['one\ntwo\n', 'three\n']);
  });

  it('are written at once where the process is about to end, and not again', async () => {
    const written: string[] = [];
    const { write, flush } = createLineWriter((text) => written.push(text));
    write('last\n');
    flush();
    expect(written).toEqual(['last\n']);
    await nextTurn();
    flush();
    expect(written).toEqual(['last\n']);
  });
});
