import { ResponseError } from '@backstage/errors';
import {
  Comparison,
  comparisonMessageSchema,
  ComparisonStage,
  openArray,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { pageError } from './pageError';
import { read } from './readAnswer';
import { readServerSentEvents } from './readServerSentEvents';

/** Without those of a later version, which are none of this one's business. */
const messagesSchema = openArray(comparisonMessageSchema);

/**
 * The comparison at the end of a stream that tells its stages before.
 *
 * @throws a ResponseError where the backend says why there is none
 */
export async function readStreamedComparison(
  body: ReadableStream<Uint8Array>,
  {
    onStage,
    route,
  }: { onStage: (stage: ComparisonStage) => void; route: string },
): Promise<Comparison> {
  const chunks = readServerSentEvents(body, data =>
    read(messagesSchema, () => [JSON.parse(data)], route),
  );
  for await (const messages of chunks) {
    for (const message of messages) {
      switch (message.type) {
        case 'stage':
          onStage(message.stage);
          break;
        case 'comparison':
          return message.comparison;
        case 'failed': {
          const { error, response } = message;
          throw await ResponseError.fromResponse(
            new Response(JSON.stringify({ error, response }), {
              status: response.statusCode,
              headers: { 'Content-Type': 'application/json' },
            }),
          );
        }
        default:
          return message satisfies never;
      }
    }
  }
  throw pageError({ id: 'backendUnreadable', parameters: { route } });
}
