import { describe, expect, it } from 'vitest';
import { randomBytes } from '../testing/index.ts';
import {
  buildTimeStampRequest,
  grantTimeStamp,
  nameNonce,
  parseTimeStampRequest,
  parseTimeStampResponse,
  refuseTimeStamp,
} from './index.ts';

const imprint = randomBytes(32);
const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const sha256 = '3031 300d 0609 608648016503040201 0500 0420';
const digest = Buffer.from(imprint).toString('hex');

describe('a request', () => {
  it('is read as it was built', () => {
    const nonce = hex('00 80 01');
    const request = { imprint, policy: null, nonce: '8001', wantsCertificates: true };
    expect(parseTimeStampRequest(buildTimeStampRequest(imprint, nonce))).toEqual({ kind: 'request', request });
    expect(nameNonce(nonce)).toBe('8001');
  });

  it.each([
    ['with parameters of NULL and no more than it must say', `3036 020101 ${sha256}${digest}`, null, false],
    ['with a policy', `303a 020101 ${sha256}${digest} 06022a03`, '1.2.3', false],
  ])('is read %s', (_what, text, policy, wantsCertificates) => {
    const request = { imprint, policy, nonce: null, wantsCertificates };
    expect(parseTimeStampRequest(hex(text))).toEqual({ kind: 'request', request });
  });

  it.each([
    ['SHA-1', `3026 020101 3021 3009 06052b0e03021a 0500 0414 ${'00'.repeat(20)}`, 'badAlg'],
    ['a hash of another length', `3035 020101 3030 300d 0609608648016503040201 0500 041f ${'00'.repeat(31)}`, 'badRequest'],
    ['another version', `3036 020102 ${sha256}${digest}`, 'badRequest'],
    ['an extension', `3042 020101 ${sha256}${digest} a00a 3008 06022a03 0402 0500`, 'unacceptedExtension'],
    ['bytes behind it', `3036 020101 ${sha256}${digest} 00`, 'badDataFormat'],
    ['nothing', '', 'badDataFormat'],
    ['a megabyte', '00'.repeat(1 << 20), 'badDataFormat'],
  ])('is not met with %s', (_what, text, failure) => {
    expect(parseTimeStampRequest(hex(text))).toEqual({ kind: 'refused', failure });
  });
});

describe('an answer', () => {
  const token = hex('3003 020101');

  it('hands over the token', () => {
    expect(parseTimeStampResponse(grantTimeStamp(token))).toEqual(token);
  });

  it('is written to the bit', () => {
    expect(refuseTimeStamp('badAlg')).toEqual(hex('3009 3007 020102 0302 0780'));
    expect(refuseTimeStamp('unacceptedPolicy')).toEqual(hex('300a 3008 020102 0303 000001'));
    expect(refuseTimeStamp('systemFailure')).toEqual(hex('300c 300a 020102 0305 06000000 40'));
  });

  it('says no', () => {
    expect(() => parseTimeStampResponse(refuseTimeStamp('badAlg'))).toThrow(expect.objectContaining({ code: 'unavailable' }));
  });

  it.each([
    ['nothing', ''],
    ['a grant without a token', '3005 3003 020100'],
    ['bytes behind it', '300a 3003 020100 3003 020101 00'],
  ])('is none with %s', (_what, text) => {
    expect(() => parseTimeStampResponse(hex(text))).toThrow(expect.objectContaining({ code: 'time_stamp_invalid' }));
  });
});
