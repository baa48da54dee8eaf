import Ajv, { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod/v4';

const parameterSchema = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
});

const operationSchema = z.object({
  parameters: z
    .array(z.union([parameterSchema, z.object({ $ref: z.string() })]))
    .default([]),
  requestBody: z
    .object({ required: z.boolean().optional(), content: z.looseObject({}) })
    .optional(),
  responses: z.record(
    z.string(),
    z.union([
      z.object({ $ref: z.string() }),
      z.object({ content: z.looseObject({}).optional() }),
    ]),
  ),
});

const descriptionSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({
    parameters: z.record(z.string(), parameterSchema).default({}),
  }),
});

const nullableSchema = z.looseObject({
  nullable: z.literal(true),
  type: z.undefined().optional(),
});

/** OpenAPI's `nullable` goes with any keyword, that of JSON Schema with `type` only. */
function orNull(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('nullable' in value)) {
    return value;
  }
  const { data } = nullableSchema.safeParse(value);
  if (!data) {
    return value;
  }
  const { nullable, ...rest } = data;
  return { anyOf: [rest, { enum: [null] }] };
}

export interface DescribedRequest {
  path: Record<string, string>;
  query: URLSearchParams;
  /** Parsed JSON; `undefined` where there is none. */
  body: unknown;
}

/** An OpenAPI description of a Git host's REST API, by which requests and answers are judged. */
export class ApiDescription {
  /**
   * @param text - JSON
   * @param otherErrors - pointer to the schema of answers with a status from 400 that is not described, or without what
   *   it holds; where it is left out, all statuses are described
   */
  static read(text: string, otherErrors?: string): ApiDescription {
    return new ApiDescription(JSON.parse(text, orNull), otherErrors);
  }

  private readonly ajv: Ajv;
  private readonly description: z.infer<typeof descriptionSchema>;
  private readonly validators = new Map<string, ValidateFunction>();

  private constructor(
    description: object,
    private readonly otherErrors?: string,
  ) {
    this.description = descriptionSchema.parse(description);
    // It is OpenAPI's dialect, with keywords and formats of its own.
    this.ajv = new Ajv({
      strict: false,
      logger: false,
      validateSchema: false,
      allErrors: true,
    });
    addFormats(this.ajv);
    this.ajv.addSchema(description, 'api');
  }

  /** @returns what is wrong with a request, nothing where it is right */
  requestProblems(
    operation: string,
    { body, path, query }: DescribedRequest,
  ): string[] {
    const { method, pointer, template } = this.locate(operation);
    const { parameters, requestBody } = this.operation(operation);
    const described = parameters.map((parameter, index) =>
      '$ref' in parameter
        ? { ...this.parameter(parameter.$ref), pointer: parameter.$ref }
        : { ...parameter, pointer: `${pointer}/parameters/${index}` },
    );
    const unknown = Array.from(query.keys()).filter(
      name =>
        !described.some(each => each.in === 'query' && each.name === name),
    );
    const problems = unknown.map(name => `has no query parameter ${name}`);
    for (const each of described) {
      const value =
        each.in === 'path'
          ? path[each.name]
          : query.get(each.name) ?? undefined;
      if (value === undefined) {
        if (each.required) {
          problems.push(`needs the ${each.in} parameter ${each.name}`);
        }
      } else {
        problems.push(
          ...this.check(`${each.pointer}/schema`, value, { coerced: true }),
        );
      }
    }
    if (requestBody && (body !== undefined || requestBody.required)) {
      problems.push(
        ...this.check(
          `${pointer}/requestBody/content/application~1json/schema`,
          body,
        ),
      );
    } else if (body !== undefined) {
      problems.push('takes no body');
    }
    return problems.map(each => `${method} ${template}: ${each}`);
  }

  /** @returns what is wrong with an answer */
  answerProblems(operation: string, status: number, body: unknown): string[] {
    const { method, pointer, template } = this.locate(operation);
    const response = this.operation(operation).responses[String(status)];
    const at =
      response && '$ref' in response
        ? response.$ref
        : `${pointer}/responses/${status}`;
    const isDescribed =
      response && ('$ref' in response || response.content || status < 400);
    const others = status < 400 ? undefined : this.otherErrors;
    const schema = isDescribed
      ? `${at}/content/application~1json/schema`
      : others;
    if (schema === undefined) {
      return [`${method} ${template}: never answers with ${status}`];
    }
    return this.check(schema, body).map(
      each => `${method} ${template}: ${status}: ${each}`,
    );
  }

  private operation(operation: string): z.infer<typeof operationSchema> {
    const { method, template } = this.locate(operation);
    return operationSchema.parse(
      this.description.paths[template]?.[method.toLowerCase()],
    );
  }

  private parameter(ref: string): z.infer<typeof parameterSchema> {
    return this.description.components.parameters[ref.split('/').at(-1)!];
  }

  /** @param operation - such as `GET /repos/{owner}/{repo}` */
  private locate(operation: string) {
    const [method, template] = operation.split(' ');
    const pointer = `#/paths/${template.replaceAll(
      '/',
      '~1',
    )}/${method.toLowerCase()}`;
    return { method, template, pointer };
  }

  private check(
    pointer: string,
    value: unknown,
    { coerced = false } = {},
  ): string[] {
    const validate = this.validator(pointer);
    const candidates = coerced ? coercions(value) : [value];
    if (candidates.some(each => validate(each))) {
      return [];
    }
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  private validator(pointer: string): ValidateFunction {
    const known = this.validators.get(pointer);
    if (known) {
      return known;
    }
    const fragment = pointer
      .slice(1)
      .split('/')
      .map(encodeURIComponent)
      .join('/');
    const validate = this.ajv.compile({ $ref: `api#${fragment}` });
    this.validators.set(pointer, validate);
    return validate;
  }
}

/** What a text of a URL may stand for. */
function coercions(value: unknown): unknown[] {
  if (typeof value !== 'string' || !/^(\d+|true|false)$/.test(value)) {
    return [value];
  }
  return [value, JSON.parse(value)];
}
