export { GithubServer } from './GithubServer';
export { RATE_LIMIT_SECONDS, type RateLimitKind } from './RateLimit';
export type { DescriptionName } from './rest/loadDescription';
export type { Account } from './state/Account';
export type { HostedRepository } from './state/HostedRepository';
export type { InstalledApp } from './state/GithubState';
