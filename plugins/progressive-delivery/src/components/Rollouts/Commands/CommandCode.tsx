import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { CopyableCode } from '../../../ui/CopyableCode';
import { Command } from './commandsFor';

/** A command to copy. */
export const CommandCode = ({
  command: { command, does },
}: {
  command: Command;
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <CopyableCode
      label={t(`commands.does.${does}`)}
      code={command}
      copyLabel={t('commands.copy', { action: t(`actions.name.${does}`) })}
    />
  );
};
