import { JourneySurroundings, Standing } from './JourneySurroundings';
import { current, failed } from './standings';

/** What an open pull request waits for, and who can act: what has to be done first comes first. */
export function whereUnmerged({
  pullRequest,
  review: known,
}: Pick<JourneySurroundings, 'pullRequest' | 'review'>): Standing {
  const base = pullRequest.base.branch;
  if (known?.state !== 'known') {
    return known
      ? current({ id: 'reviewUnknown', parameters: { base } }, known.problem)
      : current({ id: 'awaitingMerge', parameters: { base } });
  }
  const { draft, review } = known;
  const checks = (state: 'failed' | 'pending') =>
    review.checks.flatMap(each => (each.state === state ? [each.name] : []));
  const failing = checks('failed');
  const pending = checks('pending');
  if (review.conflicts === 'yes') {
    return failed({ id: 'conflicts', parameters: { base } });
  }
  if (failing.length > 0) {
    return failed({ id: 'checksFailed', parameters: { checks: failing } });
  }
  if (review.changesRequestedBy.length > 0) {
    const who = review.changesRequestedBy;
    return current({ id: 'changesRequested', parameters: { who } });
  }
  if (draft) {
    return current({ id: 'draft', parameters: {} });
  }
  if (review.awaiting.length > 0) {
    const who = review.awaiting;
    return current({ id: 'awaitingReview', parameters: { who } });
  }
  if (pending.length > 0) {
    return current({ id: 'checksPending', parameters: { checks: pending } });
  }
  return current({ id: 'awaitingMerge', parameters: { base } });
}
