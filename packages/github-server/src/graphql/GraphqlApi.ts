import { execute, GraphQLSchema, parse, validate } from 'graphql';
import { z } from 'zod/v4';
import { GraphqlProblem } from './GraphqlProblem';
import { loadSchema } from './loadSchema';
import { GraphqlContext, rootResolvers } from './resolvers';

const requestSchema = z.strictObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).optional(),
});

export interface GraphqlReply {
  body: object;
  /** What of the request, or of our own answer, is not as GitHub's schema has it. */
  problems: string[];
}

/** Runs queries and mutations as GitHub's schema has them. */
export class GraphqlApi {
  static load(): GraphqlApi {
    return new GraphqlApi(loadSchema());
  }

  private constructor(private readonly schema: GraphQLSchema) {}

  async answer(body: unknown, context: GraphqlContext): Promise<GraphqlReply> {
    const { query, variables } = requestSchema.parse(body);
    const document = parse(query);
    const invalid = validate(this.schema, document);
    if (invalid.length > 0) {
      return {
        body: { errors: invalid.map(({ message }) => ({ message })) },
        problems: invalid.map(({ message }) => message),
      };
    }
    const { data, errors = [] } = await execute({
      schema: this.schema,
      document,
      variableValues: variables,
      rootValue: rootResolvers,
      contextValue: context,
    });
    return {
      body: {
        data,
        ...(errors.length > 0 && {
          errors: errors.map(({ locations, message, originalError, path }) => ({
            ...(originalError instanceof GraphqlProblem && {
              type: originalError.type,
            }),
            path,
            locations,
            message,
          })),
        }),
      },
      problems: errors
        .filter(
          ({ originalError }) => !(originalError instanceof GraphqlProblem),
        )
        .map(({ message }) => message),
    };
  }
}
