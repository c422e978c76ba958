export { AppError, type ErrorFacts, fromWire, toWire, type WireError } from './app-error.ts';
export { type ErrorCode, errorCodes, isErrorCode } from './codes.ts';
export { mandateCodes } from './mandate-codes.ts';
export { errorSentences } from './sentences/index.ts';
