import {
  CheckRunner,
  DeliveryTarget,
  gatheringWithoutCluster,
  VariantService,
} from '@progressive-delivery/engine';
import {
  Comparison,
  Preflight,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { FolderRepository } from './FolderRepository';
import { WrongCallError } from './WrongCallError';

/** A comparison with all documents that differ, and with what was found. */
export type PreviewedComparison = Comparison & { preflight: Preflight };

/** What somebody wants to see. */
export interface PreviewQuestion {
  /** Values path of the switch; default: the only one. */
  switch?: string;
  /** Default: the opposite of the current state. */
  enabled?: boolean;
  /** Whether values are shown; what Secrets hold never is. */
  values: boolean;
}

/**
 * Compares what an overlay renders with a switch off and on, with all documents that differ, and with the findings of all
 * checks that need no cluster. Where the switch is as it should be already, it is compared with the same files and the
 * switch as it was before that.
 *
 * @throws WrongCallError where there is no such switch, or more than one that may be meant
 * @throws Error where it cannot be edited, or a variant does not render
 */
export async function previewSwitch(
  target: DeliveryTarget,
  question: PreviewQuestion,
  {
    repository,
    signal,
    variants,
  }: {
    repository: FolderRepository;
    variants: VariantService;
    signal: AbortSignal;
  },
): Promise<PreviewedComparison> {
  const asked = await findSwitch(target, question, variants, signal);
  const enabled = question.enabled ?? !asked.enabled;
  const change = { switch: asked.id, enabled };
  if (asked.enabled === enabled) {
    const { after, file } = await variants.edit(
      target,
      { ...change, enabled: !enabled },
      { signal },
    );
    repository.edit(file, after);
  }
  const compared = await variants.compare(target, change, {
    signal,
    values: question.values,
  });
  const preflight = await CheckRunner.create().run(target, change, {
    compared,
    gathering: gatheringWithoutCluster(),
    signal,
  });
  const { nextCursor, ...comparison } = compared.comparison;
  const changes = [...comparison.changes];
  const seen = {
    ...change,
    digest: comparison.digest,
    profile: comparison.profile.id,
  };
  for (let cursor = nextCursor; cursor !== undefined; ) {
    const page = await variants.documents(
      target,
      { ...seen, cursor },
      { signal, values: question.values },
    );
    changes.push(...page.changes);
    cursor = page.nextCursor;
  }
  return { ...comparison, changes, preflight };
}

async function findSwitch(
  target: DeliveryTarget,
  question: PreviewQuestion,
  variants: VariantService,
  signal: AbortSignal,
): Promise<{ id: string; enabled: boolean }> {
  const { switches } = await variants.outline(target, { signal });
  const [only] = switches;
  const found =
    question.switch === undefined
      ? switches.length === 1 && only
      : switches.find(({ id }) => id === question.switch);
  if (found) {
    return found;
  }
  if (switches.length === 0) {
    // What cannot be read may have one.
    const [problem] = (await variants.describe(target, { signal })).problems;
    throw new Error(
      problem?.text ??
        `${target.title} has no switch progressiveDelivery.enabled in the values of its charts: "progressive-delivery adopt" gives one to a chart`,
    );
  }
  const ids = switches.map(({ id }) => id).join(', ');
  throw new WrongCallError(
    question.switch === undefined
      ? `${target.title} has several switches, name one with --switch: ${ids}`
      : `${target.title} has no switch ${question.switch}; its switches: ${ids}`,
  );
}
