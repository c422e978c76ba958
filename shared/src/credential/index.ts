export {
  type Bytes,
  isSameP256Key,
  type P256PublicJwk,
  parseP256PublicJwk,
  type RandomBytes,
  type Sha256,
  type SignP256,
  type VerifyP256,
} from './crypto-ports.ts';
