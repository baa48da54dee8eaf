export { GitlabServer } from './GitlabServer';
export { RATE_LIMIT_SECONDS, type RateLimitKind } from './RateLimit';
export type { HostedProject } from './state/HostedProject';
export type { CommitStatus } from './state/CommitStatus';
export { ROLES, type User } from './state/User';
