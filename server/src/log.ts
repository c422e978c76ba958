/** One event as plain values. Never a value of a citizen's: codes, counts, ids of our own making, and route patterns. */
export type LogEntry = {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [name: string]: string | number | boolean | undefined;
};

export type Log = (entry: LogEntry) => void;

/** A log that writes one line of JSON for each event, so that no value can forge a line of its own. */
export function createJsonLog(write: (line: string) => void, now: () => Date): Log {
  return ({ level, event, ...rest }) => write(`${JSON.stringify({ time: now().toISOString(), level, event, ...rest })}\n`);
}

export type LineWriter = {
  readonly write: (line: string) => void;
  /** Writes at once what still waits: nothing of it is lost where the process ends in the same turn. */
  readonly flush: () => void;
};

/** Writes the lines of one turn of the event loop in one piece, at its end: to write to a pipe takes longer than to make a line, and requests are answered in batches. */
export function createLineWriter(write: (text: string) => void): LineWriter {
  let waiting = '';
  const flush = (): void => {
    const text = waiting;
    waiting = '';
    if (text !== '') write(text);
  };
  return {
    write: (line) => {
      if (waiting === '') setImmediate(flush);
      waiting += line;
    },
    flush,
  };
}

/** Where in our code an error arose, without its message: a message may quote what a citizen sent. */
export function describeError(error: unknown): { readonly error: string; readonly at: string } {
  if (!(error instanceof Error)) return { error: typeof error, at: '' };
  const { stack = '', message } = error;
  // A message may hold line ends, and so lines that look like frames: the frames begin behind it.
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    at: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' < '),
  };
}
