import type { DocumentTypeId } from '@daricheh/shared/vocabulary';

/** What pages call each document when they ask for a copy of it, in either language; phrases parted by `|`. Its own names are added to these. */
export const documentWords: Readonly<Partial<Record<DocumentTypeId, string>>> = {
  identity:
    'کارت ملی|کارت شناسایی|شناسنامه|کارت هوشمند ملی|مدرک هویتی|مدرک شناسایی|مدارک هویتی|مدارک شناسایی|id card|identity card|national card|national id card|national identity card|identity document|id document|proof of identity|birth certificate|identification document|photo id|codemeli|cartmeli|kartmeli|shenasnameh|shenasname',
  'driving-licence':
    'گواهینامه|گواهی نامه|گواهینامه رانندگی|گواهی نامه رانندگی|driving licence|driving license|drivers licence|drivers license|driver s licence|driver s license|driver licence|driver license|govahiname|govahinameh',
  'vehicle-registration':
    'کارت خودرو|کارت ماشین|کارت شناسایی خودرو|سند خودرو|برگ سبز|vehicle registration|vehicle card|registration certificate|v5c|log book|logbook|car registration',
  'tax-number': 'کارت مالیاتی|شماره مالیاتی|گواهی مالیاتی|tax certificate|tax card|tax registration certificate|proof of tax number',
  residence:
    'گواهی سکونت|مدرک سکونت|گواهی محل سکونت|گواهی اقامت|proof of address|proof of residence|residence certificate|address proof|residency certificate',
  diploma:
    'دانشنامه|مدرک تحصیلی|آخرین مدرک تحصیلی|گواهی پایان تحصیلات|مدرک دانشگاهی|diploma|degree certificate|academic certificate|educational certificate|qualification certificate|proof of education|transcript of degree',
  'company-role': 'گواهی سمت|حکم کارگزینی|گواهی سمت در شرکت|proof of role|proof of authority|appointment letter',
};
