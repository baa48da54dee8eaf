import {
  englishText,
  Finding,
  findingDocs,
  findingMessage,
  isMessage,
  MessageParameter,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Masker } from '../variants/secrets/Masker';
import {
  ConfiguredSeverity,
  Found,
  FoundInWords,
  PreflightCheck,
} from './checks/preflightCheck';

/** What a check has found, as it may be shown. */
export function toFinding(
  check: Pick<PreflightCheck, 'id' | 'severity'>,
  { object, severity: own, ...said }: Found | FoundInWords,
  {
    configured = own,
    masker,
  }: {
    configured?: ConfiguredSeverity;
    masker: Masker;
  },
): Finding {
  return {
    id: check.id,
    object: {
      ...object,
      name: masker.name(object.name),
      namespace: object.namespace && masker.name(object.namespace),
    },
    severity:
      configured === undefined || configured === 'off'
        ? check.severity
        : configured,
    ...('words' in said
      ? { parameters: {}, ...shownWords(said.words, masker) }
      : {
          docs: findingDocs(check.id),
          ...findingMessage(shown(said, masker)),
        }),
  };
}

/** What a module says, without what stands in a Secret. */
function shownWords(
  { code, docs, remedy, seen, why }: FoundInWords['words'],
  masker: Masker,
): FoundInWords['words'] {
  return {
    seen: masker.name(seen),
    why: masker.name(why),
    remedy: masker.name(remedy),
    // Line by line: what cannot be seen is escaped.
    code: code
      ?.split('\n')
      .map(line => masker.name(line))
      .join('\n'),
    docs,
  };
}

/** Masked as it is in the comparison: names that stand in a Secret are not shown either. */
function shown(
  { message, parameters }: Pick<Found, 'message' | 'parameters'>,
  masker: Masker,
): Parameters<typeof findingMessage>[0] {
  return { message, parameters: shownParameters(parameters, masker) };
}

function shownParameters(
  parameters: Record<string, MessageParameter>,
  masker: Masker,
): Record<string, MessageParameter> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      shownParameter(value, masker),
    ]),
  );
}

function shownParameter(
  value: MessageParameter,
  masker: Masker,
): MessageParameter {
  if (Array.isArray(value)) {
    return value.map(each => masker.name(each));
  }
  if (typeof value === 'string') {
    return masker.name(value);
  }
  if (typeof value === 'number' || !isMessage(value)) {
    return value;
  }
  const { id, text } = value;
  const parameters = shownParameters(value.parameters, masker);
  return {
    id,
    parameters,
    text: englishText('reason', { id, parameters }) ?? masker.name(text),
  };
}
