import { visibleLines } from '../visibleText';
import { Message, MessageContent, MessageParameter } from './message';
import { PLACEHOLDER } from './placeholders';
import { MessageConcept, MessageId, messageTexts } from './texts';

/**
 * Whether a parameter is a text itself, see {@link conceptOfParameter}.
 *
 * @public
 */
export function isMessage(parameter: MessageParameter): parameter is Message {
  return typeof parameter === 'object' && 'text' in parameter;
}

/**
 * A parameter in letters: the same in every language, unless it is a text itself. Names of a repository or a cluster may hold anything: what nobody
 * would see of them is escaped.
 *
 * @public
 */
export function parameterText(parameter: MessageParameter): string {
  if (Array.isArray(parameter)) {
    return visibleLines(parameter.join(', '));
  }
  if (isMessage(parameter)) {
    return visibleLines(parameter.text);
  }
  if (typeof parameter !== 'object') {
    return visibleLines(String(parameter));
  }
  return 'seconds' in parameter
    ? durationText(parameter.seconds)
    : visibleLines(parameter.time);
}

/**
 * The English of a text; `undefined` where its id is not one of ours.
 *
 * @public
 */
export function englishText(
  concept: MessageConcept,
  content: MessageContent,
): string | undefined {
  const { parameters } = content;
  return templateOf(concept, content)?.replace(
    PLACEHOLDER,
    (placeholder, name: string, amount?: string) => {
      if (!Object.hasOwn(parameters, name)) {
        return placeholder;
      }
      const parameter = parameters[name];
      return amount && typeof parameter === 'number'
        ? parameter.toLocaleString('en')
        : parameterText(parameter);
    },
  );
}

/**
 * Whether the id of a text is one of ours. What a later version has brought is shown by its `text`.
 *
 * @public
 */
export function isKnownMessage(
  concept: MessageConcept,
  content: MessageContent,
): boolean {
  return templateOf(concept, content) !== undefined;
}

/**
 * A text with its English beside it, as it goes on the wire.
 *
 * @public
 */
export function toMessage<
  Concept extends MessageConcept,
  Content extends MessageContent & { id: MessageId<Concept> },
>(concept: Concept, content: Content): Content & Pick<Message, 'text'> {
  return { ...content, text: englishText(concept, content) ?? content.id };
}

/** As Go writes it: `1h1m1s`. */
function durationText(duration: number): string {
  const seconds = Math.round(duration);
  return (
    [
      { amount: Math.floor(seconds / 3600), unit: 'h' },
      { amount: Math.floor(seconds / 60) % 60, unit: 'm' },
      { amount: seconds % 60, unit: 's' },
    ]
      .filter(({ amount }) => amount > 0)
      .map(({ amount, unit }) => `${amount}${unit}`)
      .join('') || '0s'
  );
}

function templateOf(
  concept: MessageConcept,
  { id, parameters }: MessageContent,
): string | undefined {
  const templates = new Map<string, string>(
    Object.entries(messageTexts[concept]),
  );
  return (
    templates.get(id) ??
    templates.get(`${id}_${parameters.count === 1 ? 'one' : 'other'}`)
  );
}
