export { type Cbor, type CborMap, CborTag, cborTags, makeCborMap } from './cbor.ts';
export { cborLimits, readCbor } from './read-cbor.ts';
export { embedCbor, joinCbor, writeCbor } from './write-cbor.ts';
