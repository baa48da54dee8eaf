import {
  Finding,
  Preflight,
  SwitchChange,
  Unchecked,
  UncheckedContent,
  uncheckedMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { kustomizeSteps } from '../overlays/kustomize/kustomizeSteps';
import { TimeSlices } from '../processes/TimeSlices';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { maskerOf } from '../variants/comparing/maskerOf';
import { Masker } from '../variants/secrets/Masker';
import { ComparedTarget } from '../variants/VariantService';
import {
  ConfiguredSeverity,
  Looked,
  PreflightCheck,
  Turn,
} from './checks/preflightCheck';
import { Gathering } from './gathering/Gathering';
import { Gathered } from './gathering/Pieces';
import { RenderedChange, renderedChange } from './gathering/RenderedChange';
import { preflightChecks } from './preflightChecks';
import { toFinding } from './toFinding';

const SEVERITIES = ['block', 'warn', 'info', 'unknown'];

export interface CheckRunnerOptions {
  /** Default: all of our own. */
  checks?: readonly PreflightCheck[];
  /** By the ids of checks; default: as each says. */
  severities?: Readonly<Record<string, { severity: ConfiguredSeverity }>>;
  /** Default: false */
  acknowledgeWarnings?: boolean;
  /** Told of a check that failed, which counts as one that could not look. */
  onFailure?(id: string, error: Error): void;
}

/** All checks, over what a switch does to what is rendered and what was gathered besides. */
export class CheckRunner {
  static create(options: CheckRunnerOptions = {}): CheckRunner {
    return new CheckRunner(options);
  }

  private readonly checks: readonly PreflightCheck[];

  private constructor(private readonly options: CheckRunnerOptions) {
    this.checks = options.checks ?? preflightChecks;
  }

  /** Those that are on, and look at changes in this direction. */
  of({ enabled }: SwitchChange): PreflightCheck[] {
    const direction = enabled ? 'to-rollouts' : 'to-deployments';
    return this.checks.filter(
      check =>
        this.severityOf(check) !== 'off' &&
        (check.direction ?? direction) === direction,
    );
  }

  /**
   * What they say of a switch whose variants were compared.
   *
   * @throws the signal's reason where nobody waits any longer
   */
  async run(
    target: DeliveryTarget,
    change: SwitchChange,
    {
      compared: { edit, laidOut, render },
      gathering,
      signal,
    }: {
      compared: Pick<ComparedTarget, 'edit' | 'laidOut' | 'render'>;
      /** Asked for what those look at which have something to look at. */
      gathering: Gathering;
      signal?: AbortSignal;
    },
  ): Promise<Preflight> {
    const variants = await render({ signal });
    const rendered = await renderedChange(
      variants,
      {
        ...change,
        target,
        edit,
        steps: laidOut.sources.flatMap(kustomizeSteps),
      },
      { signal },
    );
    const concerned = this.of(change).filter(({ concerns = () => true }) =>
      concerns(rendered),
    );
    return this.report(
      rendered,
      {
        checks: new Set(concerned),
        gathered: await gathering.all(
          concerned.flatMap(({ pieces }) => pieces),
        ),
      },
      await maskerOf(variants, { values: false, signal }),
      signal,
    );
  }

  private async report(
    change: RenderedChange,
    concerned: { checks: ReadonlySet<PreflightCheck>; gathered: Gathered },
    masker: Masker,
    signal?: AbortSignal,
  ): Promise<Preflight> {
    const slices = TimeSlices.create();
    const turn: Turn = () => slices.next(signal);
    const results: { findings: Finding[]; unchecked: Unchecked[] }[] = [];
    for (const check of this.checks) {
      const looked = await this.look(check, change, concerned, turn);
      signal?.throwIfAborted();
      const findings: Finding[] = [];
      for (const each of looked.findings) {
        await turn();
        findings.push(
          toFinding(check, each, {
            configured: this.severityOf(check),
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
      acknowledgeWarnings: this.options.acknowledgeWarnings ?? false,
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
    if (this.severityOf(check) === 'off') {
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
      // One that fails keeps the others from nothing, and is never green.
      const failure = error instanceof Error ? error : new Error(String(error));
      this.options.onFailure?.(check.id, failure);
      return {
        findings: [],
        gaps: [
          { message: 'checkFailed', parameters: { said: failure.message } },
        ],
      };
    }
  }

  private severityOf({
    id,
  }: Pick<PreflightCheck, 'id'>): ConfiguredSeverity | undefined {
    return this.options.severities?.[id]?.severity;
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
