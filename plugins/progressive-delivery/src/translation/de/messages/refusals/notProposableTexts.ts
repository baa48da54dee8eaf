import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

export const notProposableTexts = {
  setElsewhere:
    '{{field}} von {{owner}} setzt {{path}} und hat Vorrang vor Values-Dateien: dort ändern',
  setInEncryptedFile:
    '{{file}} ist verschlüsselt, setzt {{path}} und hat Vorrang vor anderen Values-Dateien: dort ändern',
  valuesFileNotRead:
    '{{file}} wird nicht gelesen, weil {{field}} von {{owner}} auf replace steht: auf override oder merge setzen, oder {{path}} in valuesInline setzen',
  noValuesFile:
    'Das Overlay hat keine eigene Values-Datei, die sich ändern ließe: eine anlegen',
  inFetchedChart:
    '{{file}} liegt im Chart, das aus {{repository}} geladen wird, nicht in Git: {{path}} in einer Values-Datei eines Git-Repositorys setzen, das die Application als Source mit einem ref angeben kann',
  notEditable:
    '{{path}} lässt sich in {{file}} nicht automatisch ändern: von Hand ändern. {{because}}',
  pinned:
    '{{field}} von {{owner}} ist auf {{revision}} ({{commit}}) festgelegt. Das ist kein Branch, in den ein Pull Request gemergt werden könnte: dort ändern',
  pinnedToVersions:
    '{{field}} von {{owner}} ist auf die Versionen {{revision}} festgelegt, derzeit das Tag {{tag}} ({{commit}}). Das ist kein Branch, in den ein Pull Request gemergt werden könnte: dort ändern',
  overlayPinned:
    'Das Overlay ist auf {{revision}} ({{commit}}) festgelegt. Das ist kein Branch, in den ein Pull Request gemergt werden könnte: einen Branch angeben',
  overlayPinnedToVersions:
    'Das Overlay ist auf die Versionen {{revision}} festgelegt, derzeit das Tag {{tag}} ({{commit}}). Das ist kein Branch, in den ein Pull Request gemergt werden könnte: einen Branch angeben',
} satisfies Translation<typeof english.notProposable>;
