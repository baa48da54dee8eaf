export { Layout } from './trees/Layout';
export type { LaidOut, Repositories, Selection } from './trees/Repositories';
export { parseTree, pathsBelow } from './trees/RepositoryTree';
export type { RepositoryTree, TreeEntry } from './trees/RepositoryTree';
export { followLinks } from './trees/followLinks';
export { compareVersions, parseVersion } from './versions/Version';
export type { Version } from './versions/Version';
export { isInRange, parseVersionRange } from './versions/versionRange';
export type { VersionRange } from './versions/versionRange';
