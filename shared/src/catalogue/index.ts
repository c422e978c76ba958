export { type CaseStatus, caseState, caseStatus, isOpenState } from './case-status.ts';
export { type Service, type ServiceCatalogue, service, serviceCatalogue } from './services.ts';
