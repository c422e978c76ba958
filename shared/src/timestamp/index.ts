export type { TimeStampFailure } from './failures.ts';
export { issueTimeStamp, type TimeStampAuthority, type TimeStampMoment } from './issue-time-stamp.ts';
export { type CarryQuery, type ObtainPorts, obtainTimeStamp } from './obtain-time-stamp.ts';
export { oids as timeStampOids } from './oids.ts';
export {
  buildTimeStampRequest,
  maxRequestLength,
  nameNonce,
  parseTimeStampRequest,
  type TimeStampRequest,
  timeStampQueryType,
} from './time-stamp-request.ts';
export { grantTimeStamp, maxResponseLength, parseTimeStampResponse, refuseTimeStamp, timeStampReplyType } from './time-stamp-response.ts';
export { type TimeStampExpectations, type TimeStampPorts, type VerifiedTimeStamp, verifyTimeStamp } from './verify-time-stamp.ts';
