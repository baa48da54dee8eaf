import {
  TranslationRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  conceptOfParameter,
  isKnownMessage,
  isMessage,
  Message,
  MessageConcept,
  MessageParameter,
  parameterText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { useListFormat } from './useListFormat';
import { useLocale } from './useLocale';
import { useTimeFormat } from './useTimeFormat';

/** With keys that are put together from what the backend says. */
const messagesRef: TranslationRef<string, { [key in string]: string }> =
  progressiveDeliveryTranslationRef;

/** Says a text of the backend in the user's language, or in its English where its id is one of a later version. */
export function useMessageText(): (
  concept: MessageConcept,
  message: Message,
) => string {
  const { t } = useTranslationRef(messagesRef);
  const { dateTime, duration } = useTimeFormat();
  const { facts } = useListFormat();
  const locale = useLocale();
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(locale, {
      maximumSignificantDigits: 6,
    });
    const plain = (parameter: MessageParameter) => {
      // What is no whole number was measured, or is compared with that; whole ones may be generations.
      if (typeof parameter === 'number' && !Number.isInteger(parameter)) {
        return numbers.format(parameter);
      }
      if (Array.isArray(parameter)) {
        return facts(parameter.map(parameterText));
      }
      if (typeof parameter !== 'object') {
        return parameterText(parameter);
      }
      if ('seconds' in parameter) {
        return duration(parameter.seconds);
      }
      return 'time' in parameter
        ? dateTime(DateTime.fromISO(parameter.time))
        : parameterText(parameter);
    };
    const textOf = (concept: MessageConcept, message: Message): string => {
      if (!isKnownMessage(concept, message)) {
        return message.text;
      }
      const { count, ...others } = message.parameters;
      // To be copied, and so as it is in every language.
      const written = message.id.endsWith('.code') ? parameterText : plain;
      const values = Object.fromEntries(
        Object.entries(others).map(([name, value]) => [
          name,
          isMessage(value)
            ? textOf(conceptOfParameter(concept, name), value)
            : written(value),
        ]),
      );
      return t(`message.${concept}.${message.id}`, {
        interpolation: {},
        ...values,
        // Which decides the plural.
        ...(typeof count === 'number' && { count }),
      });
    };
    return textOf;
  }, [t, dateTime, duration, facts, locale]);
}
