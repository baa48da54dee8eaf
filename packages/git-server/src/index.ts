export { HostedGit, type NewCommit } from './git/HostedGit';
export { gitHttpBackend } from './git/gitHttpBackend';
export { serveGit } from './git/serveGit';
export { tokenOf } from './git/tokenOf';
export {
  ApiDescription,
  type DescribedRequest,
} from './openApi/ApiDescription';
export { matchOperation } from './openApi/matchOperation';
