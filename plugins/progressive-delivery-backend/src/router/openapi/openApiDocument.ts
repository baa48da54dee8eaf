import {
  accountNameSchema,
  adoptionNoteSchema,
  adoptionObstacleSchema,
  chartPreparationRequestSchema,
  chartPreparationResponseSchema,
  chartPreparationSchema,
  chartsResponseSchema,
  comparisonMessageSchema,
  comparisonSchema,
  credentialsRemedySchema,
  deliveryChartSchema,
  deliveryTargetSchema,
  documentChangeSchema,
  documentPageSchema,
  doctorReportSchema,
  fleetResponseSchema,
  fleetRowSchema,
  hostFaultSchema,
  hostProblemSchema,
  hostQuestionSchema,
  hostRefusalSchema,
  neededAccessSchema,
  problemSchema,
  proposalActionRequestSchema,
  proposalActionResponseSchema,
  proposalRequestSchema,
  proposalResponseSchema,
  proposalSchema,
  proposalsResponseSchema,
  reasonSchema,
  rolloutActionRequestSchema,
  rolloutActionResponseSchema,
  rolloutManifestSchema,
  rolloutsResponseSchema,
  rolloutStatusSchema,
  rolloutStreamMessageSchema,
  targetProblemSchema,
  targetsResponseSchema,
  wholeDocumentSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import { EVENT_STREAM } from '../answers/eventStream';
import { DescribedRoute, describedRoutes } from './describedRoutes';

type Json = Record<string, unknown>;

/** Schemas that have a name in the document. */
const named = {
  AccountName: accountNameSchema,
  AdoptionNote: adoptionNoteSchema,
  AdoptionObstacle: adoptionObstacleSchema,
  ChartPreparation: chartPreparationSchema,
  ChartPreparationRequest: chartPreparationRequestSchema,
  ChartPreparationResponse: chartPreparationResponseSchema,
  ChartsResponse: chartsResponseSchema,
  Comparison: comparisonSchema,
  ComparisonMessage: comparisonMessageSchema,
  CredentialsRemedy: credentialsRemedySchema,
  DeliveryChart: deliveryChartSchema,
  DeliveryTarget: deliveryTargetSchema,
  DocumentChange: documentChangeSchema,
  DocumentPage: documentPageSchema,
  DoctorReport: doctorReportSchema,
  FleetResponse: fleetResponseSchema,
  FleetRow: fleetRowSchema,
  HostFault: hostFaultSchema,
  HostProblem: hostProblemSchema,
  HostQuestion: hostQuestionSchema,
  HostRefusal: hostRefusalSchema,
  NeededAccess: neededAccessSchema,
  Problem: problemSchema,
  Proposal: proposalSchema,
  ProposalActionRequest: proposalActionRequestSchema,
  ProposalActionResponse: proposalActionResponseSchema,
  ProposalRequest: proposalRequestSchema,
  ProposalResponse: proposalResponseSchema,
  ProposalsResponse: proposalsResponseSchema,
  Reason: reasonSchema,
  RolloutActionRequest: rolloutActionRequestSchema,
  RolloutActionResponse: rolloutActionResponseSchema,
  RolloutManifest: rolloutManifestSchema,
  RolloutStatus: rolloutStatusSchema,
  RolloutStreamMessage: rolloutStreamMessageSchema,
  RolloutsResponse: rolloutsResponseSchema,
  TargetProblem: targetProblemSchema,
  TargetsResponse: targetsResponseSchema,
  WholeDocument: wholeDocumentSchema,
};

/** As every backend of Backstage answers (`ErrorResponseBody` of `@backstage/errors`). */
const errorResponse: Json = {
  type: 'object',
  required: ['error', 'response'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: {
        name: { type: 'string', examples: ['ConflictError'] },
        message: {
          type: 'string',
          description: 'What was tried, what went wrong and what to do',
        },
      },
    },
    response: {
      type: 'object',
      required: ['statusCode'],
      properties: { statusCode: { type: 'integer' } },
    },
  },
};

/** OpenAPI 3.1 of the HTTP API, made from the schemas that answers are read by. */
export function openApiDocument(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) {
    registry.add(schema, { id });
  }
  const { schemas } = z.toJSONSchema(registry, {
    // What goes over the wire, before a reader takes values that it does not know for unknown.
    io: 'input',
    uri: componentPath,
  });
  const paths: Record<string, Json> = {};
  for (const route of describedRoutes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Progressive delivery',
      version: '1',
      description:
        'Texts are ids with parameters and their English. Later versions may send more fields, ids and enum values: take those that you do not know for unknown.',
    },
    servers: [{ url: '/api/progressive-delivery' }],
    security: [{ backstageToken: [] }],
    paths,
    components: {
      securitySchemes: {
        backstageToken: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        ...Object.fromEntries(
          Object.entries(schemas).map(([id, schema]) => [id, plain(schema)]),
        ),
        ErrorResponse: errorResponse,
      },
    },
  };
}

function operation(route: DescribedRoute): Json {
  const { answers, body, mediaType = 'application/json', streamed } = route;
  return {
    operationId: route.operationId,
    summary: route.summary,
    parameters: [
      ...parametersOf(route.parameters, 'path'),
      ...(route.query ? parametersOf(route.query, 'query') : []),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: reference(body) } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, { description, schema }]) => [
          status,
          {
            description,
            content: {
              [mediaType]: { schema: reference(schema) },
              ...(streamed && {
                [EVENT_STREAM]: { schema: reference(streamed) },
              }),
            },
          },
        ]),
      ),
      default: {
        description: 'A typed error of Backstage',
        content: {
          'application/json': {
            schema: { $ref: componentPath('ErrorResponse') },
          },
        },
      },
    },
  };
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'input',
  });
  return Object.entries(properties).map(([name, own]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: own,
  }));
}

function reference(schema: z.ZodType): Json {
  const found = Object.entries(named).find(([, each]) => each === schema);
  if (!found) {
    throw new Error('This schema has no name in the OpenAPI document');
  }
  return { $ref: componentPath(found[0]) };
}

function componentPath(id: string): string {
  return `#/components/schemas/${id}`;
}

/** Without what says which document it is, and without the alternative of anything at all, which says nothing. */
function plain(schema: Json): Json {
  const { $id, $schema, ...rest } = schema;
  return Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, plainValue(key, value)]),
  );
}

function plainValue(key: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(each => plainValue('', each));
    return key === 'anyOf'
      ? items.filter(each => JSON.stringify(each) !== '{}')
      : items;
  }
  return typeof value === 'object' && value !== null
    ? plain(Object.fromEntries(Object.entries(value)))
    : value;
}
