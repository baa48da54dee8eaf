import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, GraphQLScalarType, GraphQLSchema } from 'graphql';

/** What values of GitHub's own scalars look like; the schema says so in words only. */
const SCALARS: Record<string, RegExp> = {
  Base64String: /^[A-Za-z0-9+/]*={0,2}$/,
  DateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  GitObjectID: /^[0-9a-f]{40}$/,
  GitRefname: /^refs\/[^\s~^:?*[\\]+$/,
  URI: /^https?:\/\/\S+$/,
};

/** GitHub's published GraphQL schema (`@octokit/graphql-schema`), which also holds to its scalars. */
export function loadSchema(): GraphQLSchema {
  const schema = buildSchema(readFileSync(schemaFile(), 'utf8'), {
    assumeValidSDL: true,
  });
  for (const [name, pattern] of Object.entries(SCALARS)) {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLScalarType)) {
      throw new Error(`GitHub's schema has no scalar ${name}`);
    }
    const check = (value: unknown) => {
      if (typeof value !== 'string' || !pattern.test(value)) {
        throw new TypeError(`${JSON.stringify(value)} is no ${name}`);
      }
      return value;
    };
    type.parseValue = check;
    type.serialize = check;
  }
  return schema;
}

/** The package exports nothing but ECMAScript modules, of which we need none. */
function schemaFile(): string {
  const name = '@octokit/graphql-schema';
  const file = (require.resolve.paths(name) ?? [])
    .map(folder => join(folder, name, 'schema.graphql'))
    .find(existsSync);
  if (!file) {
    throw new Error(`${name} is not installed`);
  }
  return file;
}
