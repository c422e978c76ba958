export { type Demo, type LoadedAgency, loadDemo } from './load-demo.ts';
export { type MadeDemo, makeDemo } from './make-demo.ts';
export { findDemoFolder, readPort } from './places.ts';
