import {
  chartPreparationRequestSchema,
  chartPreparationResponseSchema,
  chartPreparationSchema,
  chartsResponseSchema,
  comparisonMessageSchema,
  comparisonSchema,
  documentPageQuerySchema,
  documentPageSchema,
  doctorQuerySchema,
  doctorReportSchema,
  fleetQuerySchema,
  fleetResponseSchema,
  proposalActionRequestSchema,
  proposalActionResponseSchema,
  proposalRequestSchema,
  proposalResponseSchema,
  proposalsResponseSchema,
  rolloutActionRequestSchema,
  rolloutActionResponseSchema,
  rolloutManifestSchema,
  rolloutsResponseSchema,
  rolloutStreamMessageSchema,
  seenComparisonSchema,
  switchChangeSchema,
  targetsQuerySchema,
  targetsResponseSchema,
  wholeDocumentSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import {
  chartParametersSchema,
  documentParametersSchema,
  entityParametersSchema,
  proposalParametersSchema,
  rolloutActionParametersSchema,
  rolloutParametersSchema,
  targetParametersSchema,
} from '../parameters';

/** A route of the HTTP API, as clients see it. */
export interface DescribedRoute {
  method: 'get' | 'post';
  /** As Express has it, below the plugin's own. */
  path: string;
  operationId: string;
  summary: string;
  parameters: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** By status code. */
  answers: Record<number, { description: string; schema: z.ZodType }>;
  /** Default: JSON. */
  mediaType?: 'text/event-stream';
  /** One of the messages that the same is told by where it is asked for as `text/event-stream`. Default: it cannot be. */
  streamed?: z.ZodType;
}

const entity = '/v1/entities/:kind/:namespace/:name';
const target = `${entity}/targets/:target`;
const targetParameters = entityParametersSchema.extend(
  targetParametersSchema.shape,
);

/** All routes; `openApiDocument` describes them. */
export const describedRoutes: DescribedRoute[] = [
  {
    method: 'get',
    path: `${entity}/targets`,
    operationId: 'getTargets',
    summary: 'Where an entity is delivered to, and what cannot be used of that',
    parameters: entityParametersSchema,
    query: targetsQuerySchema,
    answers: {
      200: { description: 'Delivery targets', schema: targetsResponseSchema },
    },
  },
  {
    method: 'get',
    path: `${target}/comparison`,
    operationId: 'getComparison',
    summary: 'What a switch would change in the rendered manifests',
    parameters: targetParameters,
    query: switchChangeSchema,
    answers: {
      200: {
        description: 'Both variants, compared',
        schema: comparisonSchema,
      },
    },
    streamed: comparisonMessageSchema,
  },
  {
    method: 'get',
    path: `${target}/comparison/documents`,
    operationId: 'getComparisonDocuments',
    summary:
      'The documents that differ, page by page, of a comparison that was seen; 409 where it is another one by now',
    parameters: targetParameters,
    query: documentPageQuerySchema,
    answers: {
      200: { description: 'A page of documents', schema: documentPageSchema },
    },
  },
  {
    method: 'get',
    path: `${target}/comparison/documents/:document`,
    operationId: 'getComparisonDocument',
    summary:
      'One of the documents that differ, with the lines that are the same; 409 where the comparison is another one by now',
    parameters: entityParametersSchema.extend(documentParametersSchema.shape),
    query: seenComparisonSchema,
    answers: {
      200: { description: 'The whole document', schema: wholeDocumentSchema },
    },
  },
  {
    method: 'get',
    path: `${target}/proposals`,
    operationId: 'getProposals',
    summary: 'Pull requests for the switches of a target, newest first',
    parameters: targetParameters,
    answers: {
      200: {
        description: 'Proposals, each with its journey',
        schema: proposalsResponseSchema,
      },
    },
  },
  {
    method: 'post',
    path: `${target}/proposals`,
    operationId: 'propose',
    summary: 'Opens the pull request that flips a switch',
    parameters: targetParameters,
    body: proposalRequestSchema,
    answers: {
      200: {
        description: 'A pull request for the same change was open already',
        schema: proposalResponseSchema,
      },
      201: {
        description: 'The pull request was opened',
        schema: proposalResponseSchema,
      },
    },
  },
  {
    method: 'post',
    path: `${target}/proposals/:number/update`,
    operationId: 'updateProposal',
    summary:
      'Puts the change of an open pull request on top of what its base holds now',
    parameters: entityParametersSchema.extend(proposalParametersSchema.shape),
    body: proposalActionRequestSchema,
    answers: {
      200: {
        description: 'It is up to date',
        schema: proposalActionResponseSchema,
      },
    },
  },
  {
    method: 'post',
    path: `${target}/proposals/:number/close`,
    operationId: 'closeProposal',
    summary: 'Closes an open pull request without merging it',
    parameters: entityParametersSchema.extend(proposalParametersSchema.shape),
    body: proposalActionRequestSchema,
    answers: {
      200: {
        description: 'It is closed',
        schema: proposalActionResponseSchema,
      },
    },
  },
  {
    method: 'get',
    path: `${target}/charts`,
    operationId: 'getCharts',
    summary:
      'The Helm charts that a target renders: which have a switch, and how far the others are',
    parameters: targetParameters,
    answers: {
      200: { description: 'Charts', schema: chartsResponseSchema },
    },
  },
  {
    method: 'get',
    path: `${target}/charts/:chart/preparation`,
    operationId: 'getChartPreparation',
    summary:
      'What gives a chart its switch, verified with Helm, or what is in the way; 409 where no pull request can prepare it',
    parameters: entityParametersSchema.extend(chartParametersSchema.shape),
    answers: {
      200: { description: 'The preparation', schema: chartPreparationSchema },
    },
  },
  {
    method: 'post',
    path: `${target}/charts/:chart/preparation`,
    operationId: 'prepareChart',
    summary: 'Opens the pull request that gives a chart its switch, turned off',
    parameters: entityParametersSchema.extend(chartParametersSchema.shape),
    body: chartPreparationRequestSchema,
    answers: {
      200: {
        description: 'A pull request for the same chart was open already',
        schema: chartPreparationResponseSchema,
      },
      201: {
        description: 'The pull request was opened',
        schema: chartPreparationResponseSchema,
      },
    },
  },
  {
    method: 'get',
    path: `${target}/rollouts`,
    operationId: 'getRollouts',
    summary: 'Status of the workloads that run',
    parameters: targetParameters,
    answers: {
      200: { description: 'What runs', schema: rolloutsResponseSchema },
    },
  },
  {
    method: 'get',
    path: `${entity}/rollouts/stream`,
    operationId: 'streamRollouts',
    summary:
      'Status of the workloads of all targets, and every change from then on',
    parameters: entityParametersSchema,
    answers: {
      200: {
        description: 'Server-sent events, the data of each one message',
        schema: rolloutStreamMessageSchema,
      },
    },
    mediaType: 'text/event-stream',
  },
  {
    method: 'get',
    path: `${target}/rollouts/:rolloutNamespace/:rollout/manifest`,
    operationId: 'getRolloutManifest',
    summary:
      'A Rollout as its cluster has it, with values for users who may see them',
    parameters: entityParametersSchema.extend(rolloutParametersSchema.shape),
    answers: {
      200: { description: 'The Rollout', schema: rolloutManifestSchema },
    },
  },
  {
    method: 'post',
    path: `${target}/rollouts/:rolloutNamespace/:rollout/:action`,
    operationId: 'actOnRollout',
    summary: 'Acts on a Rollout that is as it was seen',
    parameters: entityParametersSchema.extend(
      rolloutActionParametersSchema.shape,
    ),
    body: rolloutActionRequestSchema,
    answers: {
      200: {
        description: 'It was done',
        schema: rolloutActionResponseSchema,
      },
    },
  },
  {
    method: 'get',
    path: '/v1/fleet',
    operationId: 'getFleet',
    summary:
      'Components that the caller may read, those that need somebody first; page by page',
    parameters: z.object({}),
    query: fleetQuerySchema,
    answers: {
      200: { description: 'A page', schema: fleetResponseSchema },
    },
  },
  {
    method: 'get',
    path: '/v1/doctor',
    operationId: 'getDoctorReport',
    summary:
      'What the installation lacks, for administrators; as lines of text where text/plain is asked for',
    parameters: z.object({}),
    query: doctorQuerySchema,
    answers: {
      200: {
        description: 'All that was looked at',
        schema: doctorReportSchema,
      },
    },
  },
];
