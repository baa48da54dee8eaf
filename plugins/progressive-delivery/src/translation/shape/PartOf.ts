import {
  MessageConcept,
  messageTexts,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from './Translation';

/** Some of a concept's texts, where they are too many for one file. That none is missing is said where all come together. */
export type PartOf<Concept extends MessageConcept> = Partial<
  Translation<(typeof messageTexts)[Concept]>
>;
