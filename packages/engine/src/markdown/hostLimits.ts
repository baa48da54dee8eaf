/** What the Git hosts take: 255 characters at GitLab and Gitea, 256 at GitHub. */
export const MOST_TITLE_CHARACTERS = 250;

/** What the Git hosts take, with room to spare: 65,536 characters at GitHub, more elsewhere. */
export const MOST_BODY_CHARACTERS = 60_000;
