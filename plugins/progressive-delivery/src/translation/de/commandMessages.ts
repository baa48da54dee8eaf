import { commandMessages as english } from '../en/commandMessages';
import { Translation } from '../shape/Translation';

export const commandMessages = {
  commands: {
    label: 'Befehle für {{name}}',
    othersLabel: 'Weitere Befehle für {{name}}',
    all: 'Befehle für kubectl',
    others: 'Weitere Befehle',
    instead: 'Oder selbst ausführen',
    copy: 'Befehl kopieren: {{action}}',
    context:
      'Der Kontext heißt hier {{cluster}}, wie Backstage diesen Cluster nennt. In der eigenen kubeconfig kann er anders heißen.',
    noContext:
      'Backstage hat keinen Namen für diesen Cluster. --context mit dem Namen aus der eigenen kubeconfig ergänzen oder vorher in diesen Kontext wechseln.',
    does: {
      promote: 'Promoten: weiter ausrollen',
      unpause: 'Fortsetzen: weiter ausrollen',
      'promote-full': 'Vollständig promoten: alles Übrige überspringen',
      'skip-step': 'Schritt überspringen: weiter mit dem nächsten',
      abort: 'Abbrechen: zurück zur stabilen Revision',
      retry: 'Wiederholen: noch einmal ausrollen',
      restart: 'Neu starten: die Pods ersetzen',
      pause: 'Pausieren: anhalten, bis er fortgesetzt wird',
      undo: 'Rückgängig machen: eine Revision zurück, bis Argo CD synchronisiert',
    },
  },
} satisfies Translation<typeof english>;
