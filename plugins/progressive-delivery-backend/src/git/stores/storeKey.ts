import {
  normalizeGitUrl,
  readableRepository,
} from '@progressive-delivery/engine';
import { GitRemote } from '../command/gitRemote';
import { PushedRepository } from './pushedRepository';

/** The same for all URLs by which a host has a repository, so that all its entities share one store. */
export function storeKey({ type, url }: GitRemote): string {
  // Elsewhere a repository can be called `a.git` beside another one that is called `a`.
  return type === 'azure' || type === 'bitbucketServer'
    ? url
    : url.replace(/\.git$/, '');
}

/** Whether a repository of ours may be the one that was pushed to, whatever the spelling of its URL there. */
export function isPushed(url: string, pushed: PushedRepository): boolean {
  if ('path' in pushed) {
    return normalizeGitUrl(url).endsWith(normalizeGitUrl(pushed.path));
  }
  const [ours, theirs] = [url, pushed.url].map(readableRepository);
  return (
    ours !== undefined &&
    theirs !== undefined &&
    normalizeGitUrl(ours) === normalizeGitUrl(theirs)
  );
}
