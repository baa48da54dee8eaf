import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { ProposalResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useEffect, useRef } from 'react';
import { useFindingText } from '../../hooks/texts/useFindingText';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Sentences } from '../../ui/Sentences';
import { WebLink } from '../../ui/controls/WebLink';

export interface ProposalOpenedProps {
  response: Pick<ProposalResponse, 'notes' | 'outcome' | 'overridden'> & {
    proposal: Pick<ProposalResponse['proposal'], 'number' | 'title' | 'url'>;
  };
}

/** The link to the pull request. It takes the focus from the button that is gone. */
export const ProposalOpened = ({ response }: ProposalOpenedProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const link = useRef<HTMLAnchorElement>(null);
  const findingText = useFindingText();
  const messageText = useMessageText();
  const { notes = [], outcome, overridden = [], proposal } = response;
  useEffect(() => link.current?.focus(), []);
  return (
    <div role="status">
      <Typography variant="h6" component="p" gutterBottom>
        <WebLink url={proposal.url} linkRef={link}>
          {t(`preview.${outcome}`, { number: String(proposal.number) })}
        </WebLink>
      </Typography>
      <Typography variant="body2">{proposal.title}</Typography>
      {overridden.length > 0 && (
        <Typography variant="body2" component="div">
          {t('preflight.overridden')}{' '}
          <Sentences
            sentences={overridden.map(each => findingText(each, 'seen'))}
          />
        </Typography>
      )}
      {notes.map(note => (
        <Typography key={note.text} variant="body2">
          {messageText('proposalNote', note)}
        </Typography>
      ))}
      <Typography variant="body2" color="textSecondary">
        {t('preview.afterwards')}
      </Typography>
    </div>
  );
};
