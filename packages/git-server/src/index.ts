export { HostedGit, type NewCommit } from './git/HostedGit';
export { gitHttpBackend } from './git/gitHttpBackend';
export { serveGit } from './git/serveGit';
export { tokenOf } from './git/tokenOf';
export { answerJson } from './http/answerJson';
export {
  ApiDescription,
  type DescribedRequest,
} from './openApi/ApiDescription';
export { matchOperation } from './openApi/matchOperation';
