export { dumpYaml } from './dumpYaml';
export { isMapping } from './isMapping';
export { DEEPEST, loadYaml, loadYamlDocuments } from './loadYaml';
export type { YamlOptions } from './loadYaml';
export { YamlError } from './YamlError';
export { wholeLines } from './wholeLines';
