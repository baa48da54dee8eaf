import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { SetupProblem } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { CopyableCode } from '../../ui/CopyableCode';
import { Notice } from '../../ui/notices/Notice';
import { WebLink } from '../../ui/controls/WebLink';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    margin: theme.spacing(1, 0, 0),
    paddingLeft: theme.spacing(2.5),
  },
}));

/** All that this Backstage lacks, with the lines to add. */
export const SetupProblems = ({ setup }: { setup: SetupProblem[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  return (
    <Notice severity="warning" title={t('setup.title')}>
      {t('setup.description')}
      <ul className={classes.list}>
        {setup.map(({ docs, message, yaml }) => (
          <li key={message.text}>
            {messageText('setup', message)}{' '}
            <WebLink url={docs}>{t('setup.docs')}</WebLink>
            <CopyableCode
              label={t('setup.lines')}
              code={yaml}
              copyLabel={t('unusable.copy')}
            />
          </li>
        ))}
      </ul>
    </Notice>
  );
};
