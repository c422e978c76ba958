export {
  type FormMap,
  type FormMapContent,
  formMapContent,
  formMapLimits,
  type MappedField,
  type MappedForm,
} from './form-map.ts';
export { formMapJwsType, formMapMediaType, formMapPath, openFormMap, publishFormMap } from './form-map-jws.ts';
