export {
  type FormMap,
  type FormMapContent,
  formMapContent,
  formMapLimits,
  type MappedField,
  type MappedForm,
  type OtherPerson,
} from './form-map.ts';
export { formMapJwsType, formMapMediaType, formMapPath, openFormMap, publishFormMap } from './form-map-jws.ts';
