/** What of the annotation `progressive-delivery/overlay` keeps an overlay from being used. `reference`: what it says. */
export const overlayReasonTexts = {
  overlayKindUnknown: '"{{reference}}" begins with neither url: nor dir:',
  overlayWithoutGitHost:
    '"{{reference}}" needs an entity that the catalog reads from a Git host',
  overlayLeavesRepository: '"{{reference}}" leads out of the repository',
  addressInvalid: '"{{reference}}" is not a URL',
  addressUnsupported: 'Addresses of {{type}} ({{host}}) are not supported yet',
  addressOfOtherHost:
    'The Git host {{host}} is not in integrations of the app-config',
  addressOfNoDirectory:
    '"{{reference}}" is not the address of a directory, such as {{example}}',
} as const;
