import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError, InputError } from '@backstage/errors';
import {
  Comparison,
  Finding,
  Preflight,
  SwitchChange,
  Unchecked,
  UncheckedContent,
  uncheckedMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { LRUCache } from 'lru-cache';
import {
  DeliveryTarget,
  Gathered,
  Gathering,
  kustomizeSteps,
  Looked,
  Masker,
  maskerOf,
  PreflightAsker,
  PreflightCheck,
  preflightChecks,
  RenderedChange,
  renderedChange,
  TimeSlices,
  toFinding,
  Turn,
  ValuesEdit,
  VariantService,
} from '@progressive-delivery/engine';
import { ClusterCaller, ClusterService } from '../clusters/ClusterService';
import { ProgressiveDeliveryConfig } from '../config';
import { askerReaders, Edited } from './gathering/askerReaders';
import { isOwn, ServedKinds } from './gathering/ServedKinds';
import {
  RememberedControllers,
  targetReaders,
} from './gathering/targetReaders';
import { LiveReader } from './gathering/LiveReader';

export interface PreflightServiceOptions {
  variants: Pick<VariantService, 'compare'>;
  clusters: Pick<ClusterService, 'list' | 'read'>;
  config: Pick<ProgressiveDeliveryConfig, 'argocd' | 'preflight'>;
  logger: LoggerService;
  /** Default: all of our own. */
  checks?: readonly PreflightCheck[];
}

/** Milliseconds after which clusters are read although it is not known yet what is edited, as where a Git host is slow. */
const READ_AFTER = 250;

/** Milliseconds for which previews believe that a controller is available. */
const REMEMBERED = 30_000;

const MOST_CLUSTERS = 1_000;

const SEVERITIES = ['block', 'warn', 'info', 'unknown'];

/** Says what may go wrong with a switch before it is proposed: compares both variants, and checks what that would do. */
export class PreflightService {
  /** @throws InputError where configuration names a check that there is not */
  static create(options: PreflightServiceOptions): PreflightService {
    return new PreflightService(options);
  }

  private readonly clusters: ServedKinds;
  private readonly controllers: RememberedControllers = new LRUCache({
    max: MOST_CLUSTERS,
    ttl: REMEMBERED,
  });

  private constructor(private readonly options: PreflightServiceOptions) {
    this.clusters = ServedKinds.create(options);
    const { checks = preflightChecks, config } = options;
    const ids = checks.map(({ id }) => id);
    const unknown = Object.keys(config.preflight.checks).filter(
      id => !ids.includes(id),
    );
    if (unknown.length > 0) {
      throw new InputError(
        `Invalid configuration: progressiveDelivery.preflight.checks names no check: ${unknown.join(
          ', ',
        )}; there are ${ids.join(', ')}`,
      );
    }
  }

  /**
   * As {@link VariantService.compare}, with what was found. Clusters are read while it renders, and not before: the
   * rendering, which takes longer, would begin later for it. Where Git holds the requested value already, there is nothing
   * to check.
   */
  async compare(
    target: DeliveryTarget,
    change: SwitchChange,
    {
      asker,
      forPreview = false,
      values,
      ...caller
    }: ClusterCaller & {
      asker?: PreflightAsker;
      /** Whether it is only shown: a proposal is decided on what is live. */
      forPreview?: boolean;
      values?: boolean;
    } = {},
  ): Promise<{ comparison: Comparison; edit: ValuesEdit }> {
    const reading = new AbortController();
    const stop = () => reading.abort(caller.signal?.reason);
    caller.signal?.addEventListener('abort', stop, { once: true });
    const { config } = this.options;
    const reader = LiveReader.create({
      clusters: this.clusters,
      caller: { ...caller, signal: reading.signal },
    });
    let onEdit: (edited: Edited) => void = () => {};
    const edited = new Promise<Edited>(resolve => {
      onEdit = resolve;
    });
    const { namespaces, readers } = targetReaders(target, {
      config,
      controllers: forPreview && isOwn(caller) ? this.controllers : undefined,
      reader,
    });
    const gathering = Gathering.create({
      readers: {
        ...readers,
        ...askerReaders(target, { asker, config, edited, reader }),
      },
      namespaces,
    });
    const checks = this.checksOf(change);
    const startReading = () =>
      gathering.start(
        checks.flatMap(({ concerns, pieces }) => (concerns ? [] : pieces)),
      );
    const timer = setTimeout(startReading, READ_AFTER);
    try {
      const { comparison, edit, laidOut, render } =
        await this.options.variants.compare(target, change, {
          signal: caller.signal,
          values,
          onEdit: known => {
            onEdit(known);
            startReading();
          },
        });
      if (comparison.alreadySet) {
        return { comparison, edit };
      }
      const variants = await render({ signal: caller.signal });
      const rendered = await renderedChange(
        variants,
        {
          ...change,
          target,
          edit,
          steps: laidOut.sources.flatMap(kustomizeSteps),
        },
        { signal: caller.signal },
      );
      const concerned = checks.filter(({ concerns = () => true }) =>
        concerns(rendered),
      );
      const preflight = await this.check(
        rendered,
        {
          checks: new Set(concerned),
          gathered: await gathering.all(
            concerned.flatMap(({ pieces }) => pieces),
          ),
        },
        await maskerOf(variants, { values: false, signal: caller.signal }),
        caller.signal,
      );
      return { comparison: { ...comparison, preflight }, edit };
    } finally {
      clearTimeout(timer);
      caller.signal?.removeEventListener('abort', stop);
      reading.abort();
    }
  }

  /** Those that are on, and look at changes in this direction. */
  private checksOf({ enabled }: SwitchChange): PreflightCheck[] {
    const { checks = preflightChecks, config } = this.options;
    const direction = enabled ? 'to-rollouts' : 'to-deployments';
    return checks.filter(
      check =>
        config.preflight.checks[check.id]?.severity !== 'off' &&
        (check.direction ?? direction) === direction,
    );
  }

  private async check(
    change: RenderedChange,
    concerned: { checks: ReadonlySet<PreflightCheck>; gathered: Gathered },
    masker: Masker,
    signal?: AbortSignal,
  ): Promise<Preflight> {
    const { checks = preflightChecks, config } = this.options;
    const slices = TimeSlices.create();
    const turn: Turn = () => slices.next(signal);
    const results: { findings: Finding[]; unchecked: Unchecked[] }[] = [];
    for (const check of checks) {
      const looked = await this.look(check, change, concerned, turn);
      signal?.throwIfAborted();
      const findings: Finding[] = [];
      for (const each of looked.findings) {
        await turn();
        findings.push(
          toFinding(check, each, {
            configured: config.preflight.checks[check.id]?.severity,
            masker,
          }),
        );
      }
      results.push({
        findings,
        unchecked: distinct([...looked.gaps, ...notLookedAt(change)]).map(
          (gap): Unchecked => ({ id: check.id, ...uncheckedMessage(gap) }),
        ),
      });
    }
    return {
      findings: results
        .flatMap(({ findings }) => findings)
        .sort(
          (one, other) =>
            SEVERITIES.indexOf(one.severity) -
            SEVERITIES.indexOf(other.severity),
        ),
      unchecked: results.flatMap(({ unchecked }) => unchecked),
      summary: {
        looked: count(results, ({ unchecked }) => unchecked.length === 0),
        found: count(results, ({ findings }) => findings.length > 0),
        couldNotLook: count(results, ({ unchecked }) => unchecked.length > 0),
      },
      acknowledgeWarnings: config.preflight.acknowledgeWarnings,
    };
  }

  private async look(
    check: PreflightCheck,
    change: RenderedChange,
    {
      checks,
      gathered,
    }: { checks: ReadonlySet<PreflightCheck>; gathered: Gathered },
    turn: Turn,
  ): Promise<Looked> {
    const { config, logger } = this.options;
    if (config.preflight.checks[check.id]?.severity === 'off') {
      return {
        findings: [],
        gaps: [{ message: 'off', parameters: { check: check.id } }],
      };
    }
    if (!checks.has(check)) {
      return { findings: [], gaps: [] };
    }
    await turn();
    try {
      return await check.look(change, gathered, turn);
    } catch (error) {
      assertError(error);
      // One that fails keeps the others from nothing, and is never green.
      logger.error(`Preflight check ${check.id} failed`, error);
      return {
        findings: [],
        gaps: [{ message: 'checkFailed', parameters: { said: error.message } }],
      };
    }
  }
}

/** No check looks at more workloads than so many. */
function notLookedAt({
  moved,
  movedInAll,
}: RenderedChange): UncheckedContent[] {
  return moved.length < movedInAll
    ? [
        {
          message: 'tooManyWorkloads',
          parameters: { all: movedInAll, looked: moved.length },
        },
      ]
    : [];
}

/** Several namespaces may not be read for the same reason. */
function distinct(gaps: UncheckedContent[]): UncheckedContent[] {
  return Array.from(
    new Map(gaps.map(gap => [JSON.stringify(gap), gap])).values(),
  );
}

function count<T>(all: T[], matches: (each: T) => boolean): number {
  return all.filter(matches).length;
}
