import { describe, expect, it } from 'vitest';
import { gatherClaims } from './issuer-signed.ts';

describe('the claims of an mdoc', () => {
  it('stand under their namespaces, whatever those are called', () => {
    const item = { digestId: 0, content: new Uint8Array() };
    const items = [
      { ...item, namespace: 'constructor', element: 'toString', value: 'a' },
      { ...item, namespace: 'org.iso.18013.5.1', element: 'given_name', value: 'Sara' },
      { ...item, namespace: 'constructor', element: 'constructor', value: 'b' },
    ];
    const claims = gatherClaims(items);
    expect(Object.keys(claims)).toEqual(['constructor', 'org.iso.18013.5.1']);
    expect(claims).toEqual({ ['constructor']: { toString: 'a', ['constructor']: 'b' }, 'org.iso.18013.5.1': { given_name: 'Sara' } });
  });
});
