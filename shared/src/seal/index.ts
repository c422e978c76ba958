export { openSealedJws, type Seal, type SealExpectations, type SealPorts, sealJws } from './sealed-jws.ts';
