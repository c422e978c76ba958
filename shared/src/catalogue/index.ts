export { type CaseStatus, caseState, caseStatus } from './case-status.ts';
export { type Service, type ServiceCatalogue, service, serviceCatalogue } from './services.ts';
