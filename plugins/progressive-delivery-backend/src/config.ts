import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';
import {
  chartRepositorySchema,
  defaultRenderLimits,
  isMapping,
} from '@progressive-delivery/engine';
import { allowRuleSchema } from './allowRule';
import { parseKustomizeBuildOptions } from './kustomizeBuildOptions';
import {
  bodyPlaceholders,
  defaultBodyTemplate,
  defaultTitleTemplate,
  templateProblem,
  titlePlaceholders,
} from './proposalTemplates';

const dnsLabel = z
  .string()
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 'must be a DNS label');

const list = z.array(z.string().min(1));

const limit = (most: number, usual: number, least = 1) =>
  z.number().int().min(least).max(most).default(usual);

const kustomizeBuildOptions = z
  .string()
  .default('--enable-helm')
  .transform((text, context): string[] => {
    try {
      return parseKustomizeBuildOptions(text);
    } catch (error) {
      context.addIssue({
        code: 'custom',
        message: error instanceof Error ? error.message : String(error),
      });
      return z.NEVER;
    }
  });

const argocdSchema = z
  .object({
    name: dnsLabel,
    cluster: z.string().min(1),
    namespace: dnsLabel.default('argocd'),
    url: z
      .string()
      .regex(
        /^https?:\/\/[\w.-]+(:\d+)?(\/[\w.~+-]+)*\/*$/,
        'must be an http:// or https:// URL without credentials and query',
      )
      .transform(url => url.replace(/\/+$/, ''))
      .optional(),
    applicationNamespaces: z.array(dnsLabel).nonempty().optional(),
    repositories: list.default([]),
    tools: z
      .object({ helm: z.string().min(1), kustomize: z.string().min(1) })
      .partial()
      .strict()
      .optional(),
    kustomizeBuildOptions,
  })
  .strict()
  .transform(argocd => ({
    ...argocd,
    applicationNamespaces: argocd.applicationNamespaces ?? [argocd.namespace],
  }));

/** One of `progressiveDelivery.argocd`, with its defaults. */
export type ArgoCdConfig = z.infer<typeof argocdSchema>;

/** GitHub takes no more. */
export const MOST_REVIEWERS = 15;

const enabled = z.boolean().default(true);

const template = (
  usual: string,
  placeholders: readonly string[],
  most: number,
) =>
  z
    .string()
    .min(1)
    .max(most)
    .superRefine((text, context) => {
      const message = templateProblem(text, placeholders);
      if (message !== undefined) {
        context.addIssue({ code: 'custom', message });
      }
    })
    .default(usual);

/** As GitHub, GitLab and Gitea take it; a team comes after its organization. */
const reviewer = z
  .string()
  .max(200)
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}_.-]*(\/[\p{L}\p{N}][\p{L}\p{N}_.-]*)?$/u,
    'must be a login, or organization/team',
  );

/** A part of a branch's name that Git takes, and that nothing else of the name can spoil. */
const branchPrefix = z
  .string()
  .max(60)
  .regex(
    /^[A-Za-z0-9_]([A-Za-z0-9_-]|[./](?=[A-Za-z0-9_-]))*[/-]$/,
    'must be the beginning of a branch name that ends in / or -, such as progressive-delivery/',
  )
  .refine(
    text => !/\.lock\//.test(text),
    'no part of a branch name may end in .lock',
  );

const proposalsSchema = z
  .object({
    enabled,
    branchPrefix: branchPrefix.default('progressive-delivery/'),
    draft: z.boolean().default(false),
    labels: z.array(z.string().trim().min(1).max(50)).max(20).default([]),
    reviewers: z.array(reviewer).max(MOST_REVIEWERS).default([]),
    reviewByOwners: z.boolean().default(false),
    titleTemplate: template(defaultTitleTemplate, titlePlaceholders, 200),
    bodyTemplate: template(defaultBodyTemplate, bodyPlaceholders, 10_000),
  })
  .strict()
  .prefault({});

const preflightSchema = z
  .object({
    checks: z
      .record(
        z.string(),
        z
          .object({ severity: z.enum(['block', 'warn', 'info', 'off']) })
          .strict(),
      )
      .default({}),
    acknowledgeWarnings: z.boolean().default(false),
  })
  .strict()
  .prefault({});

const configSchema = z
  .object({
    argocd: z
      .array(argocdSchema)
      .default([])
      .refine(
        all => new Set(all.map(each => each.name)).size === all.length,
        'names must be unique',
      ),
    proposals: proposalsSchema,
    actions: z.object({ enabled }).strict().prefault({}),
    preflight: preflightSchema,
    destinations: z.record(z.string(), z.string().min(1)).default({}),
    allow: z.array(allowRuleSchema).default([]),
    chartRepositories: z
      .array(chartRepositorySchema)
      .default([])
      .refine(
        all => new Set(all.map(each => each.url)).size === all.length,
        'URLs must be unique',
      ),
    tools: z
      .object({
        helm: z.string().min(1).default('helm'),
        kustomize: z.string().min(1).default('kustomize'),
        git: z.string().min(1).default('git'),
      })
      .strict()
      .prefault({}),
    rendering: z
      .object({
        kubeVersion: z
          .string()
          .regex(/^v?\d+\.\d+\.\d+$/, 'must be a version such as 1.37.2')
          .optional(),
        apiVersions: list.default([]),
        concurrency: z.number().int().min(1).max(64).default(4),
        limits: z
          .object({
            seconds: limit(600, defaultRenderLimits.seconds),
            outputMebibytes: limit(200, defaultRenderLimits.outputMebibytes),
            objects: limit(100_000, defaultRenderLimits.objects),
            memoryMebibytes: limit(
              65_536,
              defaultRenderLimits.memoryMebibytes,
              128,
            ),
          })
          .strict()
          .prefault({}),
      })
      .strict()
      .prefault({}),
    cacheDirectory: z
      .string()
      .refine(isAbsolute, 'must be an absolute path')
      .optional(),
    cacheMegabytes: z.number().int().min(64).default(4096),
    revisionCacheSeconds: limit(86_400, 5, 0),
    author: z
      .object({
        name: z.string().min(1).default('Backstage'),
        email: z
          .string()
          .email()
          .or(z.literal('backstage@localhost'))
          .default('backstage@localhost'),
      })
      .strict()
      .prefault({}),
  })
  .strict();

/** `progressiveDelivery`, parsed and with its defaults. */
export type ProgressiveDeliveryConfig = Omit<
  z.infer<typeof configSchema>,
  'cacheDirectory'
> & { cacheDirectory: string };

/** `progressiveDelivery.proposals`, with its defaults. */
export type ProposalsConfig = ProgressiveDeliveryConfig['proposals'];

/** What can be switched off for everybody. */
export type SwitchedFeatures = Record<
  'actions' | 'proposals',
  { enabled: boolean }
>;

/**
 * Reads `progressiveDelivery` once, at start.
 *
 * @throws InputError that names every key that is wrong and why
 */
export function readConfig(
  config: Config | RootConfigService,
): ProgressiveDeliveryConfig {
  const parsed = configSchema.safeParse(
    withoutEmptySections(config.getOptional('progressiveDelivery')) ?? {},
  );
  if (!parsed.success) {
    const reasons = parsed.error.issues.map(
      issue =>
        `${['progressiveDelivery', ...issue.path].join('.')}: ${issue.message}`,
    );
    throw new InputError(`Invalid configuration: ${reasons.join('; ')}`);
  }
  return {
    ...parsed.data,
    cacheDirectory:
      parsed.data.cacheDirectory ??
      join(
        config.getOptionalString('backend.workingDirectory') ?? tmpdir(),
        'progressive-delivery',
      ),
  };
}

/**
 * A section with nothing below it but comments is one that is not there. Deeper down that is a mistake: a rule without the
 * field that narrows it would allow more than was meant.
 */
function withoutEmptySections(value: unknown): unknown {
  return isMapping(value)
    ? Object.fromEntries(
        Object.entries(value).filter(([, section]) => section !== null),
      )
    : value;
}
