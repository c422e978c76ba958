import type { Bytes } from '../credential/crypto-ports.ts';
import { AppError } from '../errors/index.ts';

/** Tags that certificates and time stamps are made of (X.690, section 8.1.2): universal ones, and the context ones by number. */
export const derTags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** `[0]` and the like around what is made of parts: as tag of its own, or in the place of that of a sequence or set. */
  context0: 0xa0,
  context1: 0xa1,
  context3: 0xa3,
  context4: 0xa4,
} as const;

/**
 * Reads DER elements one after the other. Strict where BER is loose: lengths are definite and in their shortest form,
 * tags take one byte, nothing follows the last element (`finish`). Answers are views on the same bytes, not copies.
 * @see X.690, sections 8.1 and 10.1
 */
export class DerReader {
  private readonly bytes: Bytes;
  private at = 0;

  constructor(bytes: Bytes) {
    this.bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  /** Tag of the next element; undefined at the end. */
  get nextTag(): number | undefined {
    return this.bytes[this.at];
  }

  /** The next element's content. @throws AppError `certificate_malformed` when its tag is another or it is cut off. */
  read(tag: number): Bytes {
    return this.take(tag).content;
  }

  /** The next element with its tag and length. @throws AppError `certificate_malformed` */
  readWhole(tag: number): Bytes {
    return this.take(tag).whole;
  }

  /** The next element's content, or undefined when the next tag is another. */
  readOptional(tag: number): Bytes | undefined {
    return this.nextTag === tag ? this.read(tag) : undefined;
  }

  /** A reader over the next element's content. */
  enter(tag: number): DerReader {
    return new DerReader(this.read(tag));
  }

  /** @throws AppError `certificate_malformed` when bytes are left. */
  finish(): void {
    if (!this.isAtEnd) throw malformed('trailing_bytes');
  }

  private take(tag: number): { whole: Bytes; content: Bytes } {
    const start = this.at;
    if (this.bytes[this.at++] !== tag) throw malformed('tag');
    const length = this.readLength();
    const end = this.at + length;
    if (end > this.bytes.length) throw malformed('length');
    const content = this.bytes.subarray(this.at, end);
    this.at = end;
    return { whole: this.bytes.subarray(start, end), content };
  }

  private readLength(): number {
    const first = this.bytes[this.at++] ?? 0x80;
    if (first < 0x80) return first;
    const count = first & 0x7f;
    if (count < 1 || count > 3) throw malformed('length');
    let length = 0;
    for (let index = 0; index < count; index++) length = (length << 8) | (this.bytes[this.at++] ?? 0);
    const shortest = length < 0x80 ? 0 : Math.ceil((32 - Math.clz32(length)) / 8);
    if (count !== shortest) throw malformed('length');
    return length;
  }
}

/** The error of a certificate that cannot be read; `what` names the part. */
export function malformed(what: string): AppError {
  return new AppError('certificate_malformed', { what });
}
