import { Link } from '@backstage/core-components';
import { ReactNode, Ref } from 'react';

export interface WebLinkProps {
  url: string;
  children: ReactNode;
  linkRef?: Ref<HTMLAnchorElement>;
}

/** A link to another site, underlined since it stands in texts, or only its text where the address is not one of the web: repositories may be SSH. */
export const WebLink = ({ url, children, linkRef }: WebLinkProps) =>
  /^https?:\/\//i.test(url) ? (
    <Link to={url} ref={linkRef} underline="always">
      {children}
    </Link>
  ) : (
    <>{children}</>
  );
