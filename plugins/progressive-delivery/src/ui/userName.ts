import { visibleText } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const USER = /^user:default\/([^/]+)$/i;

/** As people are called who are named by an entity reference: by its name where that suffices. Any other text as it is. */
export function userName(who: string): string {
  const [, name] = USER.exec(who) ?? [];
  return visibleText(name ?? who);
}
