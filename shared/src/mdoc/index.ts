export { type Cbor, CborTag, cborTags } from '../cbor/index.ts';
export { issueMdoc, type MdocContent } from './issue-mdoc.ts';
export { type OpenedMdoc, openMdoc } from './open-mdoc.ts';
export { type ElementPath, type MdocPresentation, presentMdoc } from './present-mdoc.ts';
export type { ValidityInfo } from './security-object.ts';
export { buildApiTranscript, buildPostTranscript, type SessionTranscript, type ThumbprintKey } from './session-transcript.ts';
export { documentSignerPurpose } from './steps/check-issuer-signature.ts';
export type { MdocExpectations } from './steps/step.ts';
export { deviceSteps, issuerSteps, type VerifiedMdoc, verifyDeviceResponse, verifyIssuedMdoc } from './verify-mdoc.ts';
